// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Metrics made by hand under the real agent, and without it. Held by the tests' loader. */
package io.sidelight.it.custom;
