// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CardinalityTest {

  private static final Label TABLE = Label.capped("table", "the table", 100, "db.max-tables");
  private static final MetricSpec QUERIES =
      MetricSpec.counter("db_queries_total", "Queries").label(TABLE);
  private static final MetricSpec SECONDS =
      MetricSpec.histogram("db_query_duration_seconds", "Durations")
          .label(TABLE)
          .buckets("metrics.buckets.db", 0.1, 1);

  private final RecordedNotices notices = new RecordedNotices();

  @Test
  void tenThousandValuesFromManyThreadsKeepTheTotalsExactAndTheCap() throws Exception {
    MetricStore store = store("db.max-tables", "50");
    Meters.Family<Meters.Counter> counters = store.counter(QUERIES);
    Meters.Family<Meters.Histogram> timers = store.histogram(SECONDS);

    inParallel(
        8,
        () -> {
          for (int i = 0; i < 10_000; i++) {
            counters.series("table" + i).add(1);
            timers.series("table" + i).record(1_000_000);
          }
          return null;
        });

    String text = Scrapes.text(store);
    assertThat(Scrapes.sum(text, "db_queries_total")).isEqualTo(80_000);
    assertThat(Scrapes.sum(text, "db_query_duration_seconds_count")).isEqualTo(80_000);
    assertThat(lines(text, "db_queries_total{")).hasSize(51);
    assertThat(lines(text, "db_query_duration_seconds_count{")).hasSize(51);
    assertThat(lines(text, "sidelight_label_overflow_total{metric")).isEmpty();
    assertThat(text)
        .contains(
            "sidelight_label_overflow_total{label=\"table\",metric=\"db_queries_total\"} 79600.0");
  }

  @Test
  void anOptionalLabelIsLeftAwayWhereItIsEmpty() {
    MetricSpec spec =
        MetricSpec.counter("http_requests_total", "Requests").label(Label.optional("app", "", 1));
    MetricStore store = store();
    for (String app : new String[] {"", "/shop", "/blog", "/wiki", ""}) {
      store.counter(spec).series(app).add(1);
    }

    assertThat(Scrapes.text(store, "http_requests_total"))
        .contains(
            "http_requests_total 2.0",
            "http_requests_total{app=\"/shop\"} 1.0",
            "http_requests_total{app=\"other\"} 2.0");
  }

  @Test
  void metricsThatShareALabelAdmitTheSameValues() {
    MetricStore store = store("db.max-tables", "1");
    store.counter(QUERIES).series("a").add(1);
    store.histogram(SECONDS).series("b").record(1);
    store.histogram(SECONDS).series("a").record(1);

    assertThat(Scrapes.text(store, "db_query_duration_seconds"))
        .contains("_count{table=\"a\"} 1", "_count{table=\"other\"} 1");
  }

  @Test
  void pastTheLimitOfAllSeriesEveryFamilyKeepsOneForTheRest() {
    MetricStore store = store("metrics.max-series", "20", "db.max-tables", "1000");
    for (int i = 0; i < 1000; i++) {
      store.counter(QUERIES).series("table" + i).add(1);
      store.histogram(SECONDS).series("table" + i).record(1);
    }

    String text = Scrapes.text(store);
    assertThat(Scrapes.sum(text, "db_queries_total")).isEqualTo(1000);
    assertThat(Scrapes.sum(text, "db_query_duration_seconds_count")).isEqualTo(1000);
    assertThat(text).contains("db_query_duration_seconds_count{table=\"other\"}");
    assertThat(text)
        .contains("sidelight_label_overflow_total{label=\"*\",metric=\"db_queries_total\"}");
    assertThat(store.seriesCount()).isLessThan(40);
  }

  @Test
  void aLabelThatOnlyClaimsToBeClosedIsBoundedToo() {
    MetricStore store = store("metrics.max-series", "5");
    MetricSpec open = MetricSpec.counter("a_total", "A").label(Label.closed("x", "not closed"));
    for (int i = 0; i < 5000; i++) {
      store.counter(open).series("value" + i).add(1);
    }

    String text = Scrapes.text(store, "a_total");
    assertThat(Scrapes.sum(text, "a_total")).isEqualTo(5000);
    assertThat(lines(text, "a_total{").size()).isLessThan(110);
  }

  @Test
  void valuesAreMadeSafeBeforeTheyAreCompared() {
    MetricStore store = store("db.max-tables", "100");
    Meters.Family<Meters.Counter> family = store.counter(QUERIES);
    family.series("a\u0000b").add(1);
    family.series("a\nb").add(1);
    family.series("a\ud800b").add(1);
    family.series("a_b").add(1);
    family.series("").add(1);
    family.series("unknown").add(1);
    family.series("x".repeat(200)).add(1);
    family.series("x".repeat(128)).add(1);
    family.series("\ud83d\ude00".repeat(200)).add(1);
    family.series("say \"hi\" \\").add(1);

    assertThat(Scrapes.text(store, "db_queries_total"))
        .isEqualTo(
            "# HELP db_queries_total Queries\n"
                + "# TYPE db_queries_total counter\n"
                + "db_queries_total{table=\"a_b\"} 4.0\n"
                + "db_queries_total{table=\"say \\\"hi\\\" \\\\\"} 1.0\n"
                + "db_queries_total{table=\"unknown\"} 2.0\n"
                + "db_queries_total{table=\""
                + "x".repeat(128)
                + "\"} 2.0\n"
                + "db_queries_total{table=\""
                + "\ud83d\ude00".repeat(128)
                + "\"} 1.0\n");
  }

  @Test
  void noTwoRandomValuesCollideOnTheWire() {
    MetricStore store = store("db.max-tables", "100000", "metrics.max-series", "100000");
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder value = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        value.append((char) random.nextInt(0x10000));
      }
      store.counter(QUERIES).series(value.toString()).add(1);
    }

    String text = Scrapes.text(store, "db_queries_total");
    assertThat(Scrapes.sum(text, "db_queries_total")).isEqualTo(20_000);
    List<String> samples =
        List.of(text.split("\n")).stream()
            .map(line -> line.substring(0, line.lastIndexOf(' ')))
            .toList();
    assertThat(samples).doesNotHaveDuplicates();
  }

  private static List<String> lines(String text, String prefix) {
    return text.lines().filter(line -> line.startsWith(prefix)).toList();
  }

  private static void inParallel(int threads, Callable<?> task) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(executor.submit(task));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private MetricStore store(String... settings) {
    return new MetricStore(new FixedSettings(settings), notices);
  }
}
