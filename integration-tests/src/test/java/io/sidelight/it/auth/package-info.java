// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Log-ins, tokens, API keys and users under the real agent. Held by the tests' loader. */
package io.sidelight.it.auth;
