// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Histogram;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The series of one endpoint, resolved when a method or status is first seen there. Found again
 * without allocating. Safe for many threads; two that resolve the same series at once get the same.
 */
final class EndpointSeries {

  /** The first status that is an error of the server's. */
  private static final int SERVER_ERROR = 500;

  private final RequestFamilies families;
  private final String endpoint;
  private final String app;

  /** Resolved late: most endpoints may never ask a database. */
  private volatile @Nullable Histogram queries;

  private final AtomicReferenceArray<@Nullable MethodSeries> byMethod =
      new AtomicReferenceArray<>(HttpMethods.ALL.size());

  EndpointSeries(RequestFamilies families, String endpoint, String app) {
    this.families = families;
    this.endpoint = endpoint;
    this.app = app;
  }

  /** Counts a request whose duration nobody knows. */
  void count(@Nullable String method, int status) {
    series(method).count(status);
  }

  /**
   * Counts a request that took so long.
   *
   * @param requestBytes the size of its body; negative if unknown
   * @param responseBytes the size of its response; negative if unknown
   */
  void count(
      @Nullable String method, int status, long nanos, long requestBytes, long responseBytes) {
    MethodSeries series = series(method);
    series.count(status);
    series.duration().record(nanos);
    if (nanos >= families.slowNanos) {
      series.slow.add(1);
    }
    if (responseBytes >= 0) {
      series.size().record(responseBytes);
    }
    if (requestBytes >= 0 && families.requestSizes != null) {
      series.requestSize(families.requestSizes).record(requestBytes);
    }
  }

  /** Counts a request that executed so many statements. */
  void countStatements(int number) {
    Histogram known = queries;
    if (known == null) {
      known = families.queries.series(endpoint, app);
      queries = known;
    }
    known.record(number);
  }

  private MethodSeries series(@Nullable String method) {
    int index = HttpMethods.indexOf(method);
    MethodSeries known = byMethod.get(index);
    if (known != null) {
      return known;
    }
    MethodSeries fresh = new MethodSeries(HttpMethods.ALL.get(index));
    if (byMethod.compareAndSet(index, null, fresh)) {
      return fresh;
    }
    MethodSeries other = byMethod.get(index);
    return other == null ? fresh : other;
  }

  /** The series of one method at this endpoint. */
  private final class MethodSeries {

    private final String method;

    /** Exposed before they happen: a rate of what was not there before is nothing. */
    private final Counter errors;

    private final Counter slow;

    /** Statuses seen: rarely more than five, so a list is found through fastest. */
    private final AtomicReference<@Nullable StatusCounter> first = new AtomicReference<>();

    private volatile @Nullable Histogram duration;
    private volatile @Nullable Histogram size;
    private volatile @Nullable Histogram requestSize;

    MethodSeries(String method) {
      this.method = method;
      this.errors = families.errors.series(method, endpoint, app);
      this.slow = families.slow.series(method, endpoint, app);
    }

    void count(int status) {
      counter(status).add(1);
      if (status >= SERVER_ERROR) {
        errors.add(1);
      }
    }

    private Counter counter(int status) {
      StatusCounter head = first.get();
      for (StatusCounter it = head; it != null; it = it.next) {
        if (it.status == status) {
          return it.counter;
        }
      }
      Counter counter = families.requests.series(method, endpoint, Integer.toString(status), app);
      // Lost if another thread was faster, which only means to resolve it once more.
      first.compareAndSet(head, new StatusCounter(status, counter, head));
      return counter;
    }

    /** Resolved late: a refused request has a count and no duration. */
    Histogram duration() {
      Histogram known = duration;
      if (known == null) {
        known = families.durations.series(method, endpoint, app);
        duration = known;
      }
      return known;
    }

    Histogram size() {
      Histogram known = size;
      if (known == null) {
        known = families.sizes.series(method, endpoint, app);
        size = known;
      }
      return known;
    }

    Histogram requestSize(Meters.Family<Histogram> family) {
      Histogram known = requestSize;
      if (known == null) {
        known = family.series(method, endpoint, app);
        requestSize = known;
      }
      return known;
    }
  }

  private static final class StatusCounter {
    final int status;
    final Counter counter;
    final @Nullable StatusCounter next;

    StatusCounter(int status, Counter counter, @Nullable StatusCounter next) {
      this.status = status;
      this.counter = counter;
      this.next = next;
    }
  }
}
