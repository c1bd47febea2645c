// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Measures what Sidelight costs, against no agent and against another one, and writes {@code
 * OVERHEAD.md}. A command-line program; application loader.
 */
package io.sidelight.overhead;
