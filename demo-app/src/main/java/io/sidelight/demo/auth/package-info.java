// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Log-in, tokens and the filter that asks for them. Held by the <b>application's</b> loader, like
 * all of the demo.
 */
package io.sidelight.demo.auth;
