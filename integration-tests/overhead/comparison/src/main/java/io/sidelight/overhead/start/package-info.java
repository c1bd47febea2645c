// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * What an agent costs a program that does nothing. The section belongs to the command-line program;
 * the mains run in JVMs under measurement, and {@code EmptyAgent} in a JAR of its own there. All in
 * the application loader.
 */
package io.sidelight.overhead.start;
