// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Annotated methods under the real agent. Held by the tests' loader. */
package io.sidelight.it.methods;
