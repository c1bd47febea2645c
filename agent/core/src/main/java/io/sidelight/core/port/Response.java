// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A complete answer. The body may be shared by many connections and is never changed. */
final class Response {

  private static final String PLAIN = "text/plain; charset=utf-8";

  private final int status;
  private final String contentType;
  private final byte[] body;
  private final String moreHeaders;

  private Response(int status, String contentType, byte[] body, String moreHeaders) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.moreHeaders = moreHeaders;
  }

  static Response of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8), "");
  }

  /**
   * An answer with more headers.
   *
   * @param moreHeaders each ends with CR LF
   */
  static Response of(int status, String contentType, byte[] body, String moreHeaders) {
    return new Response(status, contentType, body, moreHeaders);
  }

  static Response error(int status, String text) {
    String more = "";
    if (status == 405) {
      more = "Allow: GET, HEAD\r\n";
    } else if (status == 503) {
      more = "Retry-After: 1\r\n";
    }
    byte[] body = (status + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
    return of(status, PLAIN, body, more);
  }

  byte[] body() {
    return body;
  }

  ByteBuffer head(boolean close) {
    String head =
        "HTTP/1.1 "
            + status
            + " "
            + phrase(status)
            + "\r\nDate: "
            + DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC))
            + "\r\nContent-Type: "
            + contentType
            + "\r\nContent-Length: "
            + body.length
            + "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
            + moreHeaders
            + (close ? "Connection: close\r\n\r\n" : "\r\n");
    return ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String phrase(int status) {
    switch (status) {
      case 200:
        return "OK";
      case 400:
        return "Bad Request";
      case 404:
        return "Not Found";
      case 405:
        return "Method Not Allowed";
      case 431:
        return "Request Header Fields Too Large";
      case 503:
        return "Service Unavailable";
      case 505:
        return "HTTP Version Not Supported";
      default:
        return "Internal Server Error";
    }
  }
}
