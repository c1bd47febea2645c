// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.MetricSpec;
import java.util.List;

/** A registered metric. */
abstract class MetricFamily {

  private final MetricSpec spec;
  private final List<String> labelNames;

  MetricFamily(MetricSpec spec, List<String> labelNames) {
    this.spec = spec;
    this.labelNames = labelNames;
  }

  final MetricSpec spec() {
    return spec;
  }

  /** The labels' names as exposed, which configuration can change. */
  final List<String> labelNames() {
    return labelNames;
  }
}
