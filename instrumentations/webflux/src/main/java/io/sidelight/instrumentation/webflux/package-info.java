// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Routes of Spring WebFlux in a servlet container, which measures the requests. Agent loader; the
 * advice class is a template and never loaded.
 */
package io.sidelight.instrumentation.webflux;
