// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes an endpoint of a path by replacing what looks like a value: {@code /orders/4711} becomes
 * {@code /orders/:id}. What is not plainly a word is a value, so that no e-mail address, token or
 * name in a foreign script gets into a label.
 */
final class PathNormaliser {

  private static final int MOST_SEGMENTS = 8;
  private static final int MOST_CHARACTERS = 128;
  private static final String REST = "/*";

  private PathNormaliser() {}

  /**
   * The endpoint of a path.
   *
   * @param path as the client sent it: encoded, with parameters, perhaps a whole URL
   */
  static String normalise(String path) {
    int end = end(path);
    int start = start(path, end);
    if (start < 0) {
      return Endpoints.UNKNOWN;
    }
    List<String> segments = segments(path, start, end);
    if (!segments.isEmpty() && Segment.isStaticFile(segments.get(segments.size() - 1))) {
      return Endpoints.STATIC;
    }
    return segments.isEmpty() ? "/" : join(segments);
  }

  /** Where query and fragment begin, which a path should not have. */
  private static int end(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '?' || c == '#') {
        return i;
      }
    }
    return path.length();
  }

  /** Where the path begins, after scheme and host if a proxy's client sent them; -1 if nowhere. */
  private static int start(String path, int end) {
    if (path.startsWith("/")) {
      return 0;
    }
    int scheme = path.indexOf("://");
    if (scheme < 0 || scheme >= end) {
      return -1;
    }
    int slash = path.indexOf('/', scheme + 3);
    return slash < 0 || slash > end ? end : slash;
  }

  /** Decoded, without parameters, dots and empty ones. */
  private static List<String> segments(String path, int start, int end) {
    List<String> segments = new ArrayList<>();
    int from = start;
    while (from < end) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 || slash > end ? end : slash;
      String segment = Segment.decoded(path, from, to);
      if (segment.equals("..")) {
        if (!segments.isEmpty()) {
          segments.remove(segments.size() - 1);
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
      from = to + 1;
    }
    return segments;
  }

  private static String join(List<String> segments) {
    StringBuilder endpoint = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      String segment = Segment.named(segments.get(i));
      if (i == MOST_SEGMENTS || endpoint.length() + segment.length() + 3 > MOST_CHARACTERS) {
        return endpoint.append(REST).toString();
      }
      endpoint.append('/').append(segment);
    }
    return endpoint.toString();
  }
}
