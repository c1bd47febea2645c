// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import static java.util.Arrays.asList;

import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What checks found, for Prometheus. */
public final class HealthMetrics {

  private static final Label COMPONENT =
      Label.closed("component", "as in /health: database, redis_pool, jvm_memory, ...");

  private static final MetricSpec STATUS =
      MetricSpec.gauge(
              "health_check_status",
              "1 healthy, 0.5 degraded, 0 unhealthy; absent while it is unknown")
          .label(COMPONENT);
  private static final MetricSpec DURATION =
      MetricSpec.gauge("health_check_duration_seconds", "Time that the last check took in seconds")
          .label(COMPONENT);
  private static final MetricSpec FAILURES =
      MetricSpec.counter("health_check_failures_total", "Failed checks, after all their attempts")
          .label(COMPONENT)
          .label(Label.closed("reason", "timeout, connection, authentication or error"));
  private static final MetricSpec LAST_SUCCESS =
      MetricSpec.gauge(
              "health_check_last_success_timestamp_seconds",
              "When it was last seen to work, in seconds since 1970")
          .label(COMPONENT);

  private HealthMetrics() {}

  /** Every declaration. */
  public static List<MetricSpec> specs() {
    return asList(STATUS, DURATION, FAILURES, LAST_SUCCESS);
  }

  /** Lets scrapes read them. */
  public static void register(Meters meters, Checks checks, Findings findings) {
    meters.read(
        STATUS,
        new Each(findings) {
          @Override
          double value(Component component) {
            return component.status().value();
          }
        });
    meters.read(
        DURATION,
        new Each(findings) {
          @Override
          double value(Component component) {
            double slowest = Double.NaN;
            for (Finding part : component.parts()) {
              Proof proof = part.proof();
              if (proof != null && proof.isActive() && !(proof.nanos() / 1e9 < slowest)) {
                slowest = proof.nanos() / 1e9;
              }
            }
            return slowest;
          }
        });
    meters.read(
        LAST_SUCCESS,
        new Each(findings) {
          @Override
          double value(Component component) {
            long oldest = component.lastSuccessAgeNanos();
            return oldest < 0 ? Double.NaN : System.currentTimeMillis() / 1e3 - oldest / 1e9;
          }
        });
    meters.read(FAILURES, new FailureSource(checks));
  }

  private abstract static class Each implements MetricSource {
    private final Findings findings;

    Each(Findings findings) {
      this.findings = findings;
    }

    abstract double value(Component component);

    @Override
    public final void read(Sink sink) {
      for (Component component : findings.components()) {
        sink.add(value(component), component.name());
      }
    }
  }

  private static final class FailureSource implements MetricSource {
    private final Checks checks;

    FailureSource(Checks checks) {
      this.checks = checks;
    }

    @Override
    public void read(Sink sink) {
      Map<String, Map<String, Long>> sums = new LinkedHashMap<>();
      checks.failures(
          new Checks.FailureSink() {
            @Override
            public void add(String component, String reason, long count) {
              Map<String, Long> its = sums.get(component);
              if (its == null) {
                its = new LinkedHashMap<>();
                sums.put(component, its);
              }
              Long before = its.get(reason);
              its.put(reason, before == null ? count : before + count);
            }
          });
      for (Map.Entry<String, Map<String, Long>> component : sums.entrySet()) {
        for (Map.Entry<String, Long> reason : component.getValue().entrySet()) {
          sink.add(reason.getValue(), component.getKey(), reason.getKey());
        }
      }
    }
  }
}
