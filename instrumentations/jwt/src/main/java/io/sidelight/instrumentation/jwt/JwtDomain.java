// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jwt;

import static java.util.Arrays.asList;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.List;

/** JSON Web Tokens that are issued and validated. */
final class JwtDomain implements Domain {

  @Override
  public String id() {
    return "jwt";
  }

  @Override
  public List<MetricSpec> metrics() {
    return asList(JwtMetrics.ISSUED, JwtMetrics.VALIDATED);
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    return new JwtProbe(meters);
  }
}
