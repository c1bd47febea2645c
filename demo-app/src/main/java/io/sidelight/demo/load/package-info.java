// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * The clients that make the numbers move. Held by the <b>application's</b> loader, like all of the
 * demo.
 */
package io.sidelight.demo.load;
