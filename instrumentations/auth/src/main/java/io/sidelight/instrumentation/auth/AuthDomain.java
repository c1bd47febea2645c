// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import static java.util.Arrays.asList;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.List;

/** Log-ins, by kind and outcome, and the users of requests. */
final class AuthDomain implements Domain {

  @Override
  public String id() {
    return "auth";
  }

  @Override
  public List<MetricSpec> metrics() {
    return asList(AuthMetrics.ATTEMPTS, AuthMetrics.USERS);
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    return new AuthProbe(meters, settings);
  }
}
