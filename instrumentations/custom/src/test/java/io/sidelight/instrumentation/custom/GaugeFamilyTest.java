// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class GaugeFamilyTest {

  private final List<String> problems = new ArrayList<>();
  private final Meters meters = new Problems();
  private final GaugeFamily gauges =
      new GaugeFamily("carts", List.of(Label.capped("shop", "", 3)), meters);

  @Test
  void valuesThatLookAlikeOnThePageAreOneSeries() {
    set("a\nb", 1);
    set("a_b", 2);

    assertThat(values()).containsExactly(Map.entry("a_b", 2.0));
  }

  @Test
  void pastTheCapAllAreOneSeries() {
    for (int i = 0; i < 10; i++) {
      gauges.series("shop-" + i).record(Double.doubleToRawLongBits(2), "add");
    }
    gauges.series("shop-1").record(Double.doubleToRawLongBits(2), "add");

    assertThat(values())
        .containsExactly(
            Map.entry("other", 14.0),
            Map.entry("shop-0", 2.0),
            Map.entry("shop-1", 4.0),
            Map.entry("shop-2", 2.0));
    assertThat(problems)
        .containsOnly(
            "custom: carts: more than 3 combinations of label values; further ones are \"other\"");
  }

  @Test
  void theLastToTellWins() {
    DoubleSupplier followed = () -> 7;
    Recorder series = gauges.series("a");
    set("a", 1);
    series.record(0, followed);
    assertThat(values()).containsExactly(Map.entry("a", 7.0));
    set("a", 3);
    assertThat(values()).containsExactly(Map.entry("a", 3.0));
    series.record(0, null);
    assertThat(values()).containsExactly(Map.entry("a", 3.0));
    set("a", Double.NaN);
    assertThat(values()).isEmpty();
  }

  @Test
  void whatSeveralThreadsAddIsNotLost() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(4);
    for (int t = 0; t < 4; t++) {
      new Thread(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  gauges.series("a").record(Double.doubleToRawLongBits(0.5), "add");
                }
                ended.countDown();
              })
          .start();
    }
    ended.await();

    assertThat(values()).containsExactly(Map.entry("a", 20_000.0));
  }

  private void set(String shop, double value) {
    gauges.series(shop).record(Double.doubleToRawLongBits(value), "set");
  }

  private Map<String, Double> values() {
    Map<String, Double> values = new TreeMap<>();
    gauges.read(
        new MetricSource.Sink() {
          @Override
          public void add(double value, String... labelValues) {
            if (!Double.isNaN(value)) {
              assertThat(values.put(String.join(" ", labelValues), value)).isNull();
            }
          }

          @Override
          public void add(long count, double sumSeconds, String... labelValues) {
            throw new UnsupportedOperationException();
          }
        });
    return values;
  }

  private final class Problems implements Meters {

    @Override
    public void problem(String text) {
      problems.add(text);
    }

    @Override
    public Family<Counter> counter(MetricSpec spec) {
      throw new UnsupportedOperationException();
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
}
