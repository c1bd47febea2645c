// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.Settings;
import org.jspecify.annotations.Nullable;

/** Requests that were refused because of their API key. Immutable. */
final class KeyFailures {

  private static final int FORBIDDEN = 403;

  /** The header with the key. */
  final String header;

  private final Counter missing;
  private final Counter invalid;
  private final Counter forbidden;

  private KeyFailures(String header, Family<Counter> failures) {
    this.header = header;
    missing = failures.series("missing");
    invalid = failures.series("invalid");
    forbidden = failures.series("forbidden");
  }

  /** As it is configured; null if it is not. */
  static @Nullable KeyFailures of(Meters meters, Settings settings) {
    String header = settings.text("auth.api-key-header");
    if (header.isEmpty()) {
      return null;
    }
    if (!header.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) { // a token, as HTTP has it
      meters.problem(
          "http: auth.api-key-header = \""
              + header
              + "\" is not the name of a header; refused API keys are not counted");
      return null;
    }
    return new KeyFailures(header, meters.counter(HttpMetrics.KEY_FAILURES));
  }

  /** Without a key, 403 is about something else. */
  void count(int status, boolean carriesKey) {
    if (carriesKey) {
      (status == FORBIDDEN ? forbidden : invalid).add(1);
    } else if (status != FORBIDDEN) {
      missing.add(1);
    }
  }
}
