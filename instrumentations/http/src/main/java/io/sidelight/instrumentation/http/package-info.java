// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * HTTP requests, whatever container serves them: the metrics, the endpoint a request belongs to,
 * and what is remembered of requests that wait. Held by the <b>agent</b> loader.
 */
package io.sidelight.instrumentation.http;
