// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Measures the requests of Jetty 9.4 to 11. Held by the <b>agent</b> loader; the advice is inlined
 * into Jetty's classes and never loaded.
 */
package io.sidelight.instrumentation.jetty;
