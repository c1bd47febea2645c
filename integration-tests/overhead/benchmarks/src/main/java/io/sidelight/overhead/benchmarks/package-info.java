// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Calls of real libraries as JMH benchmarks that know nothing of an agent, and what runs one of
 * them in a JVM with or without one. A command-line program; application loader.
 */
package io.sidelight.overhead.benchmarks;
