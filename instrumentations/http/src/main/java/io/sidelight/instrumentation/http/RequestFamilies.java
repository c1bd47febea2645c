// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Histogram;
import io.sidelight.spi.Settings;
import org.jspecify.annotations.Nullable;

/** The metrics with the labels of a request, and when one is slow. Immutable. */
final class RequestFamilies {

  final Meters.Family<Counter> requests;
  final Meters.Family<Histogram> durations;
  final Meters.Family<Histogram> sizes;

  /** Null unless it is asked for. */
  final Meters.@Nullable Family<Histogram> requestSizes;

  final Meters.Family<Counter> errors;
  final Meters.Family<Counter> slow;

  /** By endpoint alone. */
  final Meters.Family<Histogram> queries;

  /** A request that takes as long is slow. */
  final long slowNanos;

  RequestFamilies(Meters meters, Settings settings) {
    requests = meters.counter(HttpMetrics.REQUESTS);
    durations = meters.histogram(HttpMetrics.DURATION);
    sizes = meters.histogram(HttpMetrics.RESPONSE_SIZE);
    requestSizes =
        settings.flag("http.request-size") ? meters.histogram(HttpMetrics.REQUEST_SIZE) : null;
    errors = meters.counter(HttpMetrics.ERRORS);
    slow = meters.counter(HttpMetrics.SLOW);
    queries = meters.histogram(HttpMetrics.QUERIES);
    slowNanos = settings.nanos("http.slow-threshold");
  }
}
