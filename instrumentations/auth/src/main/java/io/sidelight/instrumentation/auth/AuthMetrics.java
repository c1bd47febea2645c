// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.spi.Label;
import io.sidelight.spi.MetricSpec;

/** Metrics of log-ins. */
final class AuthMetrics {

  static final MetricSpec ATTEMPTS =
      MetricSpec.counter("auth_attempts_total", "Authentication attempts")
          .label(
              Label.closed(
                  "type",
                  "password form basic digest bearer remember_me oauth2 saml ldap api_key"
                      + " certificate other; password: by name and password, and nobody says how"
                      + " they came"))
          .label(Label.closed("status", "success, or failure if refused or not decided"));

  static final MetricSpec USERS =
      MetricSpec.gauge("active_users", "Distinct authenticated users seen in the window")
          .label(Label.closed("time_window", "5m 1h 24h; estimated, within about 2 %"));

  private AuthMetrics() {}
}
