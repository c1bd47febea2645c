// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Users, their log-ins and tokens, and partners with keys. Held by the <b>application's</b> loader,
 * like all of the demo.
 */
package io.sidelight.demo.auth;
