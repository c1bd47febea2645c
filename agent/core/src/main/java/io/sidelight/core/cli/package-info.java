// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * The commands of {@code java -jar sidelight.jar}. Held by an <b>agent</b> loader in a JVM that
 * runs nothing else.
 */
package io.sidelight.core.cli;
