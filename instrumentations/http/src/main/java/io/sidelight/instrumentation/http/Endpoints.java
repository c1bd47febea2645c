// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.spi.TextCache;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which endpoint a request belongs to. A route, which a framework or a mapping names, is
 * best. Without one the path has to do, with its variable parts replaced, and whoever sends
 * requests chooses paths: those that lead nowhere must not get series of their own.
 */
final class Endpoints {

  static final String NOT_FOUND = "NOT_FOUND";
  static final String REDIRECTION = "REDIRECTION";
  static final String STATIC = "static";
  static final String UNKNOWN = "UNKNOWN";

  private static final int LONGEST_REMEMBERED = 256;

  /** Paths and what became of them, so that a busy path is not taken apart again and again. */
  private final TextCache<String> recent = new TextCache<>(1024, LONGEST_REMEMBERED);

  /**
   * The endpoint of a request.
   *
   * @param route what a framework or a mapping says; null if nothing did
   * @param path as the client sent it; null if there was none
   * @param status 0 if unknown
   * @param known the endpoints that have series
   */
  String of(@Nullable String route, @Nullable String path, int status, Set<String> known) {
    if (route != null && !isCatchAll(route)) {
      return route;
    }
    if (status == 404) {
      return NOT_FOUND;
    }
    if (status / 100 == 3) {
      return REDIRECTION;
    }
    return path == null ? UNKNOWN : admitted(fromPath(path), status, known);
  }

  /** Such as that of a framework's handler for static files, which says nothing. */
  private static boolean isCatchAll(String route) {
    return route.endsWith("/**") || route.isEmpty();
  }

  /**
   * A scanner gets 401, 403 or 405 for any path it invents, so a path that only ever got these has
   * no name. One that answered somebody else does.
   */
  private static String admitted(String endpoint, int status, Set<String> known) {
    return status / 100 == 4 && !known.contains(endpoint) ? UNKNOWN : endpoint;
  }

  private String fromPath(String path) {
    String known = recent.get(path);
    if (known != null) {
      return known;
    }
    String endpoint = PathNormaliser.normalise(path);
    recent.put(path, endpoint);
    return endpoint;
  }
}
