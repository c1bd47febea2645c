// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Routes of JAX-RS: which resource method answers a request that a container measures. Agent
 * loader; advice classes are templates and never loaded.
 */
package io.sidelight.instrumentation.jaxrs;
