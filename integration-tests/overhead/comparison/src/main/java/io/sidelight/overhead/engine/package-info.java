// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * What an agent costs a Spring Boot application with a process engine. Part of a command-line
 * program; application loader.
 */
package io.sidelight.overhead.engine;
