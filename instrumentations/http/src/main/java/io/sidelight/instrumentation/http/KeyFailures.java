// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests that were refused because of their API key. Immutable. */
final class KeyFailures {

  private static final int FORBIDDEN = 403;

  /** The header with the key. */
  final String header;

  /** Where a key is expected; null if wherever it may be. */
  private final @Nullable PathPatterns paths;

  private final Counter missing;
  private final Counter invalid;
  private final Counter forbidden;

  private KeyFailures(String header, @Nullable PathPatterns paths, Family<Counter> failures) {
    this.header = header;
    this.paths = paths;
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
    List<String> paths = settings.list("auth.api-key-paths");
    return new KeyFailures(
        header,
        paths.isEmpty() ? null : new PathPatterns(paths),
        meters.counter(HttpMetrics.KEY_FAILURES));
  }

  /** Without a key, 403 is about something else, and so is 401 where no key is expected. */
  void count(int status, @Nullable String path, boolean carriesKey) {
    if (carriesKey) {
      (status == FORBIDDEN ? forbidden : invalid).add(1);
    } else if (status != FORBIDDEN && isExpected(path)) {
      missing.add(1);
    }
  }

  private boolean isExpected(@Nullable String path) {
    return paths == null || (path != null && paths.contain(path));
  }
}
