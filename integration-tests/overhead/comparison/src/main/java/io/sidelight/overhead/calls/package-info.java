// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** What single calls cost, by JMH. Part of a command-line program; application loader. */
package io.sidelight.overhead.calls;
