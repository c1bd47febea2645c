// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import java.util.List;

/** A metric whose values are read at each scrape. */
final class SourceFamily extends MetricFamily {

  private final MetricSource source;

  SourceFamily(MetricSpec spec, List<String> labelNames, MetricSource source) {
    super(spec, labelNames);
    this.source = source;
  }

  MetricSource source() {
    return source;
  }
}
