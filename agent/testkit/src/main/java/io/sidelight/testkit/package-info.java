// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Starts programs in child JVMs under the real agent JAR and reads what it exposes. Loaded by the
 * class loader of the tests only.
 */
package io.sidelight.testkit;
