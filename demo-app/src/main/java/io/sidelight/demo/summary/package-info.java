// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Reads a page of metrics for {@code demo-app/run}, in a JVM of its own: plain Java, no library.
 * Held by that JVM's <b>application</b> loader.
 */
package io.sidelight.demo.summary;
