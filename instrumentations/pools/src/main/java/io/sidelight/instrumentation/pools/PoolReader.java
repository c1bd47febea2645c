// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;

import io.sidelight.bootstrap.PoolProbe;
import io.sidelight.spi.ObjectReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the pools of one library are asked. Nothing that is asked opens a connection. */
final class PoolReader extends ObjectReader<PoolValue, PoolReader> {

  private static final int MAX_CAUSES = 5;

  private final Map<String, String> timeouts = new HashMap<>();
  private List<PoolMetrics> namings = singletonList(PoolMetrics.DB);
  private boolean lends = true;
  private @Nullable Question question;
  private boolean questioned;

  /** As {@link ObjectReader}. */
  PoolReader(String base, String... types) {
    super(PoolValue.class, base, types);
  }

  @Override
  protected PoolReader self() {
    return this;
  }

  /** A caller that sees this exception, or one with this cause, has waited too long. */
  PoolReader timesOut(String exception, String messagePart) {
    timeouts.put(exception, messagePart);
    return this;
  }

  /** Its pools have the metrics of these namings, instead of {@link PoolMetrics#DB} alone. */
  PoolReader under(PoolMetrics... namings) {
    this.namings = asList(namings);
    return this;
  }

  /** Its objects only tell values: nobody waits for what they hold. */
  PoolReader neverLends() {
    lends = false;
    return this;
  }

  /** Its health is told by this question. */
  PoolReader asked(Question question) {
    this.question = question;
    questioned = true;
    return this;
  }

  /** Its health is not told. */
  PoolReader neverAsked() {
    questioned = true;
    return this;
  }

  /** What its health is told by; null if it is not. */
  @Nullable Question question(Question ofDatabases) {
    return questioned ? question : ofDatabases;
  }

  /** Of what is lent, as {@link PoolProbe.Lender} has it. */
  int kind() {
    return namings.contains(PoolMetrics.REDIS) ? PoolProbe.REDIS : PoolProbe.DATABASE;
  }

  List<PoolMetrics> namings() {
    return namings;
  }

  /** Whether there is something to record. */
  boolean lends() {
    return lends;
  }

  boolean isTimeout(Throwable thrown) {
    @Nullable Throwable each = thrown;
    for (int depth = 0; each != null && depth < MAX_CAUSES; depth++) {
      String part = timeouts.get(each.getClass().getName());
      if (part != null && String.valueOf(each.getMessage()).contains(part)) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }
}
