// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Libraries;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.ArrayList;
import java.util.List;

/** Look-ups in caches, their size and their evictions. */
final class CacheDomain implements Domain {

  @Override
  public String id() {
    return "cache";
  }

  @Override
  public List<MetricSpec> metrics() {
    return CacheMetrics.all();
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    List<CacheReader> readers = new ArrayList<>();
    for (CacheLibrary library : Libraries.telling(CacheLibrary.class)) {
      readers.addAll(library.readers());
    }
    return new LiveCaches(meters, settings.number("cache.max-names"), readers);
  }
}
