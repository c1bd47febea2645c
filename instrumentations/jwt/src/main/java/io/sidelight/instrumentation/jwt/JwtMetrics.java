// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jwt;

import io.sidelight.spi.Label;
import io.sidelight.spi.MetricSpec;

/** Metrics of JSON Web Tokens. */
final class JwtMetrics {

  static final MetricSpec ISSUED =
      MetricSpec.counter("jwt_tokens_issued_total", "JWT tokens issued");

  static final MetricSpec VALIDATED =
      MetricSpec.counter("jwt_tokens_validated_total", "JWT tokens validated")
          .label(
              Label.closed(
                  "status",
                  "valid expired bad_signature malformed rejected; rejected: for any other reason,"
                      + " such as a claim or an algorithm"));

  private JwtMetrics() {}
}
