// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * What business developers put on methods to have them measured. Held by the <b>application's</b>
 * loader; has no dependency and does nothing without the agent.
 */
package io.sidelight.annotations;
