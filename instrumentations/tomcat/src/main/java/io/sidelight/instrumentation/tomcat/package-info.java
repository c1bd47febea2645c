// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Measures the requests of Tomcat. Held by the <b>agent</b> loader; the advice is inlined into
 * Tomcat's classes and never loaded.
 */
package io.sidelight.instrumentation.tomcat;
