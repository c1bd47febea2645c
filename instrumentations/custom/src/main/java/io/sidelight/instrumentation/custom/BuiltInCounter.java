// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import static java.util.Arrays.asList;

import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.MetricSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A counter that another domain declares and that an application may count by hand too. */
final class BuiltInCounter extends Recorder {

  private static final String TYPE = "type";

  /** Values of the label {@link #TYPE}, which is a closed set whoever counts. */
  private static final List<String> TYPES =
      asList(
          // caches
          "memory",
          "disk",
          "http",
          "database",
          "memcached",
          "redis",
          "caffeine",
          "guava",
          "spring",
          "jcache",
          "ehcache",
          // log-ins
          "password",
          "form",
          "basic",
          "digest",
          "bearer",
          "jwt",
          "api_key",
          "oauth2",
          "saml",
          "ldap",
          "session",
          "remember_me",
          "certificate");

  private final MetricSpec spec;
  private final Family<Counter> family;

  BuiltInCounter(MetricSpec spec, Meters meters) {
    super(spec.name(), meters);
    this.spec = spec;
    this.family = meters.counter(spec);
  }

  @Override
  void record(long value, @Nullable Object operation) {
    // Never without label values.
  }

  @Override
  Recorder series(String @Nullable [] labelValues) {
    String[] values = new String[spec.labels().size()];
    for (int i = 0; i < values.length; i++) {
      String given = labelValues == null ? null : labelValues[i];
      boolean known = !spec.labels().get(i).name().equals(TYPE) || TYPES.contains(given);
      values[i] = known && given != null ? given : Label.OTHER;
    }
    return new Series(name(), family.series(values), meters());
  }

  /** Counts in whole numbers, as built-in counters do. */
  private static final class Series extends Recorder {
    private final Counter counter;

    Series(String name, Counter counter, Meters meters) {
      super(name, meters);
      this.counter = counter;
    }

    @Override
    void record(long value, @Nullable Object operation) {
      counter.add((long) Double.longBitsToDouble(value));
    }
  }
}
