// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** The figures of a run. Part of a command-line program; application loader. */
package io.sidelight.overhead.result;
