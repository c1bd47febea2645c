// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Programs that need nothing but the JDK, to be run with and without the agent. Loaded by the
 * system class loader of child JVMs.
 */
package io.sidelight.it.apps.plain;
