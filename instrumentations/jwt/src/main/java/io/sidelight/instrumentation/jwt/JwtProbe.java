// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jwt;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts tokens. {@link #end} takes one of the signals below instead of a start, and as {@code
 * subject} the object of the library that was asked.
 */
public final class JwtProbe extends CallProbe {

  /** Instead of a start: a token was made, unless {@code thrown}. */
  public static final long ISSUED = 2;

  /** Instead of a start: a token was checked, and is good unless {@code thrown}. */
  public static final long VALIDATED = 4;

  /** Instead of a start: a token's signature was checked, and is not that of the key. */
  public static final long MISMATCHED = 6;

  /** What of Nimbus signs anything; tokens are a class of their own. */
  private static final String NO_TOKEN = "com.nimbusds.jose.JWSObject";

  private final Meters meters;
  private final Family<Counter> validated;
  private volatile @Nullable Counter issued;

  /** By status; all are there as soon as one is, so that the first failure is a rise from 0. */
  private volatile @Nullable Map<TokenStatus, Counter> byStatus;

  JwtProbe(Meters meters) {
    this.meters = meters;
    validated = meters.counter(JwtMetrics.VALIDATED);
  }

  @Override
  public void end(
      long signal,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    if (subject != null && subject.getClass().getName().equals(NO_TOKEN)) {
      return;
    }
    if (signal != ISSUED) {
      count(signal == MISMATCHED ? TokenStatus.BAD_SIGNATURE : TokenStatus.of(thrown));
    } else if (thrown == null) {
      countIssued();
    }
  }

  private void countIssued() {
    Counter counter = issued;
    if (counter == null) {
      counter = meters.counter(JwtMetrics.ISSUED).series();
      issued = counter;
    }
    counter.add(1);
  }

  private void count(TokenStatus status) {
    Map<TokenStatus, Counter> counters = byStatus;
    if (counters == null) {
      counters = new EnumMap<>(TokenStatus.class);
      for (TokenStatus each : TokenStatus.values()) {
        counters.put(each, validated.series(each.label()));
      }
      byStatus = counters;
    }
    Counter counter = counters.get(status);
    if (counter != null) { // as it is
      counter.add(1);
    }
  }

  @Override
  public void failed(Throwable error) {
    meters.error("jwt", error);
  }
}
