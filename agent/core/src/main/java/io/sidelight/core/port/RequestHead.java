// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of an HTTP/1 request, strictly: what is ambiguous is refused, because a proxy in
 * between may have understood it otherwise.
 */
final class RequestHead {

  private static final int MAX_HEADERS = 100;
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private RequestHead() {}

  /** Where the empty line at the end of the head ends; -1 if it has not come yet. */
  static int end(byte[] bytes, int length) {
    int start = start(bytes, length);
    for (int i = start; i < length; i++) {
      if (bytes[i] == '\n') {
        int next = i + 1 < length && bytes[i + 1] == '\r' ? i + 2 : i + 1;
        if (next < length && bytes[next] == '\n') {
          return next + 1;
        }
      }
    }
    return -1;
  }

  /** Empty lines before a request are tolerated, as RFC 9112 asks. */
  private static int start(byte[] bytes, int length) {
    int start = 0;
    while (start < length && (bytes[start] == '\r' || bytes[start] == '\n')) {
      start++;
    }
    return start;
  }

  static Request parse(byte[] bytes, int end, boolean local) throws Refusal {
    int start = start(bytes, end);
    String head = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    String[] lines = head.split("\r?\n", -1);
    String[] parts = lines[0].split(" ", -1);
    if (parts.length != 3 || !isToken(parts[0]) || !isText(lines[0])) {
      throw new Refusal(400, "malformed request line");
    }
    boolean http11 = isHttp11(parts[2]);
    Map<String, String> headers = headers(lines);
    boolean isHead = parts[0].equals("HEAD");
    if (!isHead && !parts[0].equals("GET")) {
      throw new Refusal(405, "only GET and HEAD");
    }
    if (http11 && !headers.containsKey("host")) {
      throw new Refusal(400, "no host");
    }
    if (headers.containsKey("transfer-encoding")
        || !headers.getOrDefault("content-length", "0").equals("0")) {
      throw new Refusal(400, "a body is not expected");
    }
    String target = originForm(parts[1]);
    int question = target.indexOf('?');
    String query = question < 0 ? "" : target.substring(question + 1);
    String path = path(question < 0 ? target : target.substring(0, question));
    String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    boolean keepAlive = http11 && !connection.contains("close");
    return new Request(isHead, path, query, headers, keepAlive, local);
  }

  private static boolean isHttp11(String version) throws Refusal {
    if (version.equals("HTTP/1.1")) {
      return true;
    }
    if (version.equals("HTTP/1.0")) {
      return false;
    }
    throw version.matches("HTTP/[0-9]\\.[0-9]")
        ? new Refusal(505, "HTTP/1.1 only")
        : new Refusal(400, "malformed version");
  }

  private static Map<String, String> headers(String[] lines) throws Refusal {
    Map<String, String> headers = new HashMap<>();
    // The last two are the empty line and what follows its end.
    for (int i = 1; i < lines.length - 2; i++) {
      String line = lines[i];
      int colon = line.indexOf(':');
      if (i > MAX_HEADERS || colon < 1 || !isToken(line.substring(0, colon)) || !isText(line)) {
        throw new Refusal(400, "malformed header");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).trim();
      String earlier = headers.put(name, value);
      if (earlier != null) {
        if (name.equals("host") || name.equals("content-length")) {
          throw new Refusal(400, "repeated header");
        }
        headers.put(name, earlier + "," + value);
      }
    }
    return headers;
  }

  private static String originForm(String target) throws Refusal {
    if (target.startsWith("/")) {
      return target;
    }
    String lower = target.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      int slash = target.indexOf('/', target.indexOf("//") + 2);
      return slash < 0 ? "/" : target.substring(slash);
    }
    throw new Refusal(400, "malformed target");
  }

  private static String path(String encoded) throws Refusal {
    String path = Request.decode(encoded);
    // An encoded slash is not a separator, and nothing here has one in its name.
    if (path == null || !isText(path) || encoded.toLowerCase(Locale.ROOT).contains("%2f")) {
      throw new Refusal(400, "malformed path");
    }
    return path;
  }

  private static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!alphanumeric && TOKEN_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** A request that gets an error and loses its connection. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    Refusal(int status, @Nullable String why) {
      // Without stack: anybody can make many of these.
      super(why, null, false, false);
      this.status = status;
    }

    Response response() {
      return Response.error(status, String.valueOf(getMessage()));
    }
  }
}
