// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The web applications of this server, told apart by the context paths that their servlets bring.
 * Safe for many threads; looking one up allocates nothing.
 */
final class Applications {

  /** Further ones count as the one at the root. */
  static final int MOST = 50;

  private final Application root = new Application("");

  /** Those with a context path, the longest first: one may lie below another. */
  private volatile Application[] below = new Application[0];

  /**
   * An application exists.
   *
   * @param contextPath empty for the one at the root
   */
  void add(String contextPath) {
    if (!contextPath.isEmpty()) {
      addBelow(contextPath);
    }
  }

  private synchronized void addBelow(String contextPath) {
    Application[] known = below;
    for (Application each : known) {
      if (each.contextPath.equals(contextPath)) {
        return;
      }
    }
    if (known.length < MOST) {
      Application[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = new Application(contextPath);
      Arrays.sort(more, (a, b) -> b.contextPath.length() - a.contextPath.length());
      below = more;
    }
  }

  /**
   * The application that serves a path.
   *
   * @param path a route or the path that the client sent; null if neither is known
   */
  Application of(@Nullable String path) {
    if (path != null) {
      for (Application each : below) {
        if (each.serves(path)) {
          return each;
        }
      }
    }
    return root;
  }

  /** How many endpoints all of them have. */
  int endpoints() {
    int sum = root.series.size();
    for (Application each : below) {
      sum += each.series.size();
    }
    return sum;
  }

  /** One of them, with its endpoints. */
  static final class Application {

    final String contextPath;
    final ConcurrentHashMap<String, EndpointSeries> series = new ConcurrentHashMap<>();

    Application(String contextPath) {
      this.contextPath = contextPath;
    }

    private boolean serves(String path) {
      int end = contextPath.length();
      return path.startsWith(contextPath)
          && (path.length() == end || path.charAt(end) == '/' || path.charAt(end) == ';');
    }
  }
}
