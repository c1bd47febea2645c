// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Metrics by hand, for what no annotation can say: {@link io.sidelight.api.Sidelight} makes
 * counters, timers and gauges. Held by the <b>application's</b> loader; has no dependency. Without
 * the agent every method does nothing; the agent weaves these classes as they load.
 */
package io.sidelight.api;
