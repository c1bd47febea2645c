// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuiltInCounterTest {

  private static final MetricSpec HITS =
      MetricSpec.counter("cache_hits_total", "Cache hits")
          .label(Label.closed("type", "the library"))
          .label(Label.capped("name", "the cache", 100));

  private final Recorded meters = new Recorded();
  private final CustomProbe probe =
      new CustomProbe(meters, new CustomMetrics(meters, new Hundred()));

  @Test
  void itIsTheCounterThatAnotherDomainDeclares() {
    Object hits = probe.prepare(new Object[] {"cache_hits_total"});
    count(hits, "redis", "invoices");
    count(hits, "redis", "invoices");
    count(hits, "caffeine", "prices");

    assertThat(meters.counts)
        .containsExactly(Map.entry("caffeine prices", 1L), Map.entry("redis invoices", 2L));
  }

  @Test
  void anUnknownTypeIsOtherAndANameThatIsNotThereToo() {
    Object hits = probe.prepare(new Object[] {"cache_hits_total"});
    count(hits, "user-17", "prices");
    count(hits, null, null);

    assertThat(meters.counts)
        .containsExactly(Map.entry("other other", 1L), Map.entry("other prices", 1L));
  }

  @Test
  void whatNobodyDeclaresIsToldOnceAndLost() {
    Object unknown = probe.prepare(new Object[] {"auth_attempts_total"});

    assertThat(unknown).isNull();
    assertThat(meters.problems)
        .containsExactly(
            "custom: auth_attempts_total is not recorded: this agent does not know it");
  }

  private void count(@Nullable Object counter, @Nullable String... labelValues) {
    Object series = probe.prepare(new @Nullable Object[] {counter, labelValues});
    probe.end(Double.doubleToRawLongBits(1), "add", series, null);
  }

  private static final class Recorded implements Meters {

    final Map<String, Long> counts = new TreeMap<>();
    final List<String> problems = new ArrayList<>();

    @Override
    public @Nullable MetricSpec declared(String name) {
      return name.equals(HITS.name()) ? HITS : null;
    }

    @Override
    public Family<Counter> counter(MetricSpec spec) {
      return values -> amount -> counts.merge(String.join(" ", values), amount, Long::sum);
    }

    @Override
    public void problem(String text) {
      problems.add(text);
    }

    @Override
    public Family<Histogram> histogram(MetricSpec spec) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void gauge(MetricSpec spec, DoubleSupplier value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void read(MetricSpec spec, MetricSource source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void error(String source, Throwable error) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void serving() {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Hundred implements Settings {

    @Override
    public int number(String key) {
      return 100;
    }

    @Override
    public String text(String key) {
      throw new AssertionError(key);
    }

    @Override
    public boolean flag(String key) {
      throw new AssertionError(key);
    }

    @Override
    public List<String> list(String key) {
      throw new AssertionError(key);
    }

    @Override
    public long nanos(String key) {
      throw new AssertionError(key);
    }
  }
}
