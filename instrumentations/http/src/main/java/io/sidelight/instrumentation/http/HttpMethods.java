// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The closed set of methods: a client may send anything, but only these get a series. */
final class HttpMethods {

  /** The standard nine, most frequent first, and the one that stands for all others. */
  static final List<String> ALL =
      unmodifiableList(
          asList(
              "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT",
              "OTHER"));

  private static final int OTHER = ALL.size() - 1;

  private HttpMethods() {}

  /** The place of {@code method} in {@link #ALL}. Methods are case-sensitive. */
  static int indexOf(@Nullable String method) {
    for (int i = 0; i < OTHER; i++) {
      if (ALL.get(i).equals(method)) {
        return i;
      }
    }
    return OTHER;
  }
}
