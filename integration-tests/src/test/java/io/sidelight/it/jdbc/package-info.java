// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Databases under the real agent. Loaded by the class loader of the tests only. */
package io.sidelight.it.jdbc;
