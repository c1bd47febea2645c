// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.spi.HealthCheck;
import io.sidelight.spi.HealthSource;
import io.sidelight.spi.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The health of all open pools. */
final class PoolHealths {

  private final List<PoolHealth> all = new CopyOnWriteArrayList<>();
  private final Question ofDatabases;
  private final boolean active;
  private final long intervalNanos;

  PoolHealths(Settings settings) {
    ofDatabases = new DatabaseQuestion(settings.text("health.database.query"));
    active = settings.flag("health.active");
    intervalNanos = settings.nanos("health.interval");
  }

  void opened(ConnectionPool pool, PoolReader reader, Object source) {
    Question question = reader.question(ofDatabases);
    if (question != null) {
      all.add(new PoolHealth(pool, source, question, active, intervalNanos));
    }
  }

  void closed(ConnectionPool pool) {
    forget(pool);
  }

  /** That pool, and those that are not there any more. */
  private void forget(@Nullable ConnectionPool pool) {
    all.removeIf(
        new Predicate<PoolHealth>() {
          @Override
          public boolean test(PoolHealth each) {
            return each.isOf(pool) || each.isGone();
          }
        });
  }

  /** Those of one kind that are open, as that component. */
  HealthSource of(String component, int kind) {
    return new HealthSource() {
      @Override
      public String component() {
        return component;
      }

      @Override
      public List<? extends HealthCheck> checks() {
        return open(kind);
      }
    };
  }

  private List<PoolHealth> open(int kind) {
    forget(null);
    List<PoolHealth> open = new ArrayList<>();
    for (PoolHealth each : all) {
      if (each.isKind(kind)) {
        open.add(each);
      }
    }
    return open;
  }
}
