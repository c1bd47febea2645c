// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** JVMs under measurement. Part of a command-line program; application loader. */
package io.sidelight.overhead.jvm;
