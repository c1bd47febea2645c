// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** A program that uses Spring Data Redis. Runs as a JVM of its own, under the agent. */
package io.sidelight.it.apps.springdata;
