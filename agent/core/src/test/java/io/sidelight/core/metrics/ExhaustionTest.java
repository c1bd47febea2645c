// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fails with the histogram of the Prometheus client library: its scrapes never return. */
@Timeout(60)
class ExhaustionTest {

  private long depth;

  @Test
  void aStackOverflowWhileRecordingNeverBlocksAScrape() throws Exception {
    MetricStore store = new MetricStore(new FixedSettings(), new RecordedNotices());
    Meters.Histogram timer =
        store
            .histogram(
                MetricSpec.histogram("work_seconds", "Work")
                    .buckets("metrics.buckets.business", 0.001, 1))
            .series();
    Meters.Counter counter = store.counter(MetricSpec.counter("work_total", "Work")).series();
    for (int i = 0; i < 2000; i++) {
      Thread shallow = new Thread(null, () -> exhaust(timer, counter), "shallow", 100 * 1024);
      shallow.start();
      shallow.join();
    }

    Exposition exposition = new Exposition(store);
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      String text = Scrapes.write(exposition, Exposition.Format.TEXT, "work_seconds");
      assertThat(Scrapes.sum(text, "work_seconds_count")).isPositive();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(depth).isPositive();
  }

  private void exhaust(Meters.Histogram timer, Meters.Counter counter) {
    try {
      recurse(timer, counter);
    } catch (StackOverflowError expected) {
      depth++;
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  private void recurse(Meters.Histogram timer, Meters.Counter counter) {
    timer.record(1000);
    counter.add(1);
    recurse(timer, counter);
  }
}
