// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** What partners may ask for. Held by the <b>application's</b> loader, like all of the demo. */
package io.sidelight.demo.partner;
