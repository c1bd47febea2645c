// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Timer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The series of one endpoint, resolved when a method or status is first seen there. Found again
 * without allocating. Safe for many threads; two that resolve the same series at once get the same.
 */
final class EndpointSeries {

  private final Meters.Family<Counter> requests;
  private final Meters.Family<Timer> durations;
  private final String endpoint;
  private final AtomicReferenceArray<@Nullable MethodSeries> byMethod =
      new AtomicReferenceArray<>(HttpMethods.ALL.size());

  EndpointSeries(Meters.Family<Counter> requests, Meters.Family<Timer> durations, String endpoint) {
    this.requests = requests;
    this.durations = durations;
    this.endpoint = endpoint;
  }

  /** Counts a request whose duration nobody knows. */
  void count(@Nullable String method, int status) {
    series(method).counter(status).add(1);
  }

  /** Counts a request that took so long. */
  void count(@Nullable String method, int status, long nanos) {
    MethodSeries series = series(method);
    series.counter(status).add(1);
    series.duration().record(nanos);
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

    /** Statuses seen: rarely more than five, so a list is found through fastest. */
    private final AtomicReference<@Nullable StatusCounter> first = new AtomicReference<>();

    private volatile @Nullable Timer duration;

    MethodSeries(String method) {
      this.method = method;
    }

    Counter counter(int status) {
      StatusCounter head = first.get();
      for (StatusCounter it = head; it != null; it = it.next) {
        if (it.status == status) {
          return it.counter;
        }
      }
      Counter counter = requests.series(method, endpoint, Integer.toString(status));
      // Lost if another thread was faster, which only means to resolve it once more.
      first.compareAndSet(head, new StatusCounter(status, counter, head));
      return counter;
    }

    /** Resolved late: a refused request has a count and no duration. */
    Timer duration() {
      Timer known = duration;
      if (known == null) {
        known = durations.series(method, endpoint);
        duration = known;
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
