// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;
import static java.util.Collections.unmodifiableMap;

import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.Label;
import io.sidelight.spi.MetricSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The metrics of HTTP requests. */
final class HttpMetrics {

  private static final Label METHOD =
      Label.closed("method", "GET, HEAD, POST, ... or OTHER for what is no standard method");

  /** One object, so that all metrics admit the same endpoints. */
  private static final Label ENDPOINT =
      Label.capped(
          "endpoint",
          "Route template or path with variable parts replaced; NOT_FOUND, REDIRECTION, static,"
              + " UNKNOWN or other",
          200,
          "http.max-endpoints");

  private static final Label APP =
      Label.optional(
          "app", "Context path of the web application; none at the root", Applications.MOST);

  private static final Label STATUS = Label.closed("status", "Status code; 0 if unknown");

  static final MetricSpec REQUESTS =
      MetricSpec.counter("http_requests_total", "Total number of HTTP requests")
          .label(METHOD)
          .label(ENDPOINT)
          .label(STATUS)
          .label(APP);

  static final MetricSpec DURATION =
      MetricSpec.histogram("http_request_duration_seconds", "HTTP request duration in seconds")
          .label(METHOD)
          .label(ENDPOINT)
          .label(APP)
          .buckets(
              "metrics.buckets.http",
              0.001,
              0.005,
              0.01,
              0.025,
              0.05,
              0.1,
              0.2,
              0.3,
              0.5,
              0.75,
              1,
              2,
              5,
              10);

  static final MetricSpec ERRORS =
      MetricSpec.counter(
              "http_request_errors_total",
              "HTTP requests that ended with a 5xx status or an exception")
          .label(METHOD)
          .label(ENDPOINT)
          .label(APP);

  static final MetricSpec SLOW =
      MetricSpec.counter(
              "http_slow_requests_total", "HTTP requests slower than the slow-request threshold")
          .label(METHOD)
          .label(ENDPOINT)
          .label(APP);

  static final MetricSpec RESPONSE_SIZE =
      size(
          "http_response_size_bytes",
          "HTTP response body size in bytes, as sent: after compression");

  static final MetricSpec REQUEST_SIZE =
      size(
          "http_request_size_bytes",
          "HTTP request body size in bytes, as announced; only with http.request-size=true");

  static final MetricSpec QUERIES =
      MetricSpec.distribution(
              "db_queries_per_request",
              "Database statements executed while serving one HTTP request, of requests with any")
          .label(ENDPOINT)
          .label(APP)
          .buckets("metrics.buckets.queries-per-request", 1, 2, 5, 10, 20, 50, 100, 200, 500);

  static final MetricSpec KEY_FAILURES =
      MetricSpec.counter(
              "api_key_auth_failures_total",
              "Requests rejected because of their API key; only with auth.api-key-header")
          .label(
              Label.closed(
                  "reason",
                  "invalid (401), forbidden (403), missing (401 to a request without that header)"));

  static final MetricSpec IN_FLIGHT =
      MetricSpec.gauge("http_requests_in_flight", "HTTP requests being served at this moment");

  static final int MOST_CONNECTORS = 32;

  private static final Label CONNECTOR =
      Label.capped(
          "connector", "Tomcat's connector, Jetty's server or Undertow's worker", MOST_CONNECTORS);

  /** What can be asked of servers. */
  static final Map<ServerValue, MetricSpec> CONNECTORS = connectors();

  static final List<MetricSpec> ALL = all();

  private HttpMetrics() {}

  private static MetricSpec size(String name, String help) {
    return MetricSpec.distribution(name, help)
        .label(METHOD)
        .label(ENDPOINT)
        .label(APP)
        .buckets(
            "metrics.buckets.http-size",
            256,
            1024,
            4096,
            16_384,
            65_536,
            262_144,
            1_048_576,
            4_194_304,
            16_777_216);
  }

  private static Map<ServerValue, MetricSpec> connectors() {
    Map<ServerValue, MetricSpec> gauges = new EnumMap<>(ServerValue.class);
    gauge(gauges, ServerValue.BUSY, "threads_busy", "Threads of the server that work");
    gauge(gauges, ServerValue.CURRENT, "threads_current", "Threads of the server");
    gauge(gauges, ServerValue.MAX, "threads_max", "Maximum number of threads of the server");
    gauge(gauges, ServerValue.QUEUED, "queued", "Tasks of the server that wait for a thread");
    gauge(gauges, ServerValue.CONNECTIONS, "connections", "Open connections of clients");
    gauge(
        gauges,
        ServerValue.MAX_CONNECTIONS,
        "connections_max",
        "Maximum number of open connections of clients");
    return unmodifiableMap(gauges);
  }

  private static void gauge(
      Map<ServerValue, MetricSpec> gauges, ServerValue value, String name, String help) {
    gauges.put(value, MetricSpec.gauge("http_connector_" + name, help).label(CONNECTOR));
  }

  private static List<MetricSpec> all() {
    List<MetricSpec> all =
        new ArrayList<>(
            asList(
                REQUESTS,
                DURATION,
                RESPONSE_SIZE,
                REQUEST_SIZE,
                ERRORS,
                SLOW,
                QUERIES,
                KEY_FAILURES,
                IN_FLIGHT));
    all.addAll(CONNECTORS.values());
    all.add(ErrorCounter.ERRORS);
    return unmodifiableList(all);
  }
}
