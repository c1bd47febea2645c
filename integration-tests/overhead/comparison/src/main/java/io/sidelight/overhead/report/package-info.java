// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Writes {@code OVERHEAD.md} and the headline of the README from the raw results. Part of a
 * command-line program; application loader.
 */
package io.sidelight.overhead.report;
