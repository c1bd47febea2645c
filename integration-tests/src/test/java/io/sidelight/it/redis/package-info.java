// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Redis clients under the real agent, lowest and latest versions. Held by the tests' loader. */
package io.sidelight.it.redis;
