// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * How the cost of an agent grows: with the number of series, and with the number of classes. The
 * sections belong to the command-line program, the mains run in JVMs under measurement; all in the
 * application loader.
 */
package io.sidelight.overhead.growth;
