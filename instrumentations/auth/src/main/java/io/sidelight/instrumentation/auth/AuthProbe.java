// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.TextCache;
import org.jspecify.annotations.Nullable;

/**
 * Counts log-ins. {@link #end} takes one of the signals below instead of a start; as {@code
 * operation} a name that {@link AttemptType#of} knows, or null; and as {@code subject} what was
 * presented, of which the class tells the kind if {@code operation} does not.
 */
public final class AuthProbe extends CallProbe {

  /** Instead of a start: the user is who he says he is. */
  public static final long GRANTED = 2;

  /** Instead of a start: he is not, or nobody could tell. */
  public static final long DENIED = 4;

  private static final int MOST_NAMES = 64;
  private static final int LONGEST_NAME = 256;

  private final Meters meters;
  private final Family<Counter> attempts;

  /** Names of classes are few: found again, they cost nothing. */
  private final TextCache<AttemptSeries> series = new TextCache<>(MOST_NAMES, LONGEST_NAME);

  AuthProbe(Meters meters) {
    this.meters = meters;
    attempts = meters.counter(AuthMetrics.ATTEMPTS);
  }

  @Override
  public void end(
      long signal,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    AttemptSeries its = series(className(operation, subject));
    if (its != null) {
      Counter counter = signal == GRANTED ? its.success : its.failure;
      counter.add(1);
    }
  }

  private static String className(@Nullable Object operation, @Nullable Object subject) {
    if (operation instanceof String) {
      return (String) operation;
    }
    return subject == null ? "" : subject.getClass().getName();
  }

  private @Nullable AttemptSeries series(String name) {
    AttemptSeries known = series.get(name);
    if (known == null) {
      AttemptType type = AttemptType.of(name);
      if (type == null) {
        return null;
      }
      known = new AttemptSeries(type, attempts);
      series.put(name, known);
    }
    return known;
  }

  @Override
  public void failed(Throwable error) {
    meters.error("auth", error);
  }
}
