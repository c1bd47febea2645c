// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that several metrics are read from: looked at once for all of them, so that their
 * values are of one moment and what is dear to look at is so once.
 *
 * @param <T> what is found
 */
final class PerScrape<T> {

  private final MetricStore store;
  private final Supplier<T> look;
  private volatile @Nullable Found<T> found;

  PerScrape(MetricStore store, Supplier<T> look) {
    this.store = store;
    this.look = look;
  }

  /** As found in the present scrape. Two that meet may both look. */
  T get() {
    long scrape = store.scrapes();
    Found<T> known = found;
    if (known == null || known.scrape != scrape) {
      known = new Found<>(scrape, look.get());
      found = known;
    }
    return known.value;
  }

  private static final class Found<T> {
    final long scrape;
    final T value;

    Found(long scrape, T value) {
      this.scrape = scrape;
      this.value = value;
    }
  }
}
