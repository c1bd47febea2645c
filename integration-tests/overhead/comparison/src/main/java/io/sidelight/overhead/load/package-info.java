// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Applications under load: how they are started, what generates the load, and what it costs them.
 * Part of a command-line program; application loader.
 */
package io.sidelight.overhead.load;
