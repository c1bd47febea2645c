// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Meters;
import org.jspecify.annotations.Nullable;

/**
 * Hands what the application records to the metrics that it made. Its objects carry {@link
 * Recorder}s, or nothing if they were refused:
 *
 * <ul>
 *   <li>{@link #prepare} makes them: of an array {@code {kind, name, description, label names}} a
 *       metric, of {@code {name}} one that is built in, of {@code {metric, label values}} one of
 *       its series, and of a metric or series a duration that begins now.
 *   <li>{@link #end} has one as {@code subject}, what is recorded in place of the start, and what
 *       more there is to say as {@code operation}.
 * </ul>
 */
final class CustomProbe extends CallProbe {

  private final Meters meters;
  private final CustomMetrics metrics;

  CustomProbe(Meters meters, CustomMetrics metrics) {
    this.meters = meters;
    this.metrics = metrics;
  }

  @Override
  public void end(
      long value,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    if (subject instanceof Recorder) {
      ((Recorder) subject).record(value, operation);
    }
  }

  @Override
  public @Nullable Object prepare(@Nullable Object value) {
    if (value instanceof Recorder) {
      return new RunningTimer((Recorder) value, System.nanoTime());
    }
    if (!(value instanceof Object[])) {
      return null;
    }
    Object[] parts = (Object[]) value;
    if (parts.length == 1) {
      return metrics.builtIn((String) parts[0]);
    }
    if (parts.length == 2) {
      Recorder metric = (Recorder) parts[0];
      return metric == null ? null : metric.series((String[]) parts[1]);
    }
    return metrics.declare(
        (String) parts[0], (String) parts[1], (String) parts[2], (String[]) parts[3]);
  }

  @Override
  public void failed(Throwable error) {
    meters.error("custom", error);
  }
}
