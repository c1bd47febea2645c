// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import static java.util.Collections.emptyList;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.List;

/** Metrics that an application makes by hand. */
final class CustomDomain implements Domain {

  @Override
  public String id() {
    return "custom";
  }

  /** None: the application declares them as it runs. */
  @Override
  public List<MetricSpec> metrics() {
    return emptyList();
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    return new CustomProbe(meters, new CustomMetrics(meters, settings));
  }
}
