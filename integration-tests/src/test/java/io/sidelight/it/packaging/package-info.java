// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * What the agent's JAR holds and how its parts may depend on each other. Loaded by the class loader
 * of the tests only, which here sees the agent's modules too.
 */
package io.sidelight.it.packaging;
