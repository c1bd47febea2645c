// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A GET or HEAD request. */
final class Request {

  private final boolean head;
  private final String path;
  private final String query;
  private final Map<String, String> headers;
  private final boolean keepAlive;
  private final boolean local;

  Request(
      boolean head,
      String path,
      String query,
      Map<String, String> headers,
      boolean keepAlive,
      boolean local) {
    this.head = head;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.keepAlive = keepAlive;
    this.local = local;
  }

  /** Whether the body is to be left out. */
  boolean isHead() {
    return head;
  }

  /** Decoded; begins with a slash. */
  String path() {
    return path;
  }

  /** Whether the client stays connected. */
  boolean keepsAlive() {
    return keepAlive;
  }

  /** Whether the client is on this machine. */
  boolean isLocal() {
    return local;
  }

  /**
   * A header; null if absent.
   *
   * @param name in lower case
   */
  @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The first value of a query parameter; null if absent. */
  @Nullable String parameter(String name) {
    List<String> values = parameters(name);
    return values.isEmpty() ? null : values.get(0);
  }

  /** All values of a query parameter; what cannot be decoded is left as it is. */
  List<String> parameters(String name) {
    List<String> values = new ArrayList<>();
    int from = 0;
    while (from < query.length()) {
      int next = query.indexOf('&', from);
      int to = next < 0 ? query.length() : next;
      int equals = query.indexOf('=', from);
      if (equals >= 0 && equals < to && name.equals(lenient(query.substring(from, equals)))) {
        values.add(lenient(query.substring(equals + 1, to)));
      }
      from = to + 1;
    }
    return values;
  }

  private static String lenient(String encoded) {
    String decoded = decode(encoded.replace('+', ' '));
    return decoded == null ? encoded : decoded;
  }

  /** Undoes percent-encoding; null if it is malformed. */
  static @Nullable String decode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        int high = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(encoded.charAt(i + 2), 16);
        if (low < 0) {
          return null;
        }
        bytes.put((byte) (high << 4 | low));
        i += 2;
      } else {
        bytes.put((byte) c);
      }
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }
}
