// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * The demo application: a loyalty service of petrol stations. It knows nothing of Sidelight but its
 * annotations and a counter. Held by the <b>application's</b> loader, like all of the demo.
 */
package io.sidelight.demo;
