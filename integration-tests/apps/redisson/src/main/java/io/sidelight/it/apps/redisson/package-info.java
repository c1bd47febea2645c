// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** A program that uses Redisson. Runs as a JVM of its own, under the agent. */
package io.sidelight.it.apps.redisson;
