// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes for the side port, and the statuses it may answer.
 *
 * @param allowed {@link #CUT} is a closed connection without an answer
 */
record RawRequest(String bytes, Set<Integer> allowed) {

  static final int CUT = 0;

  private static final int PATIENCE_MILLIS = 12_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
  private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  static List<RawRequest> all() {
    List<RawRequest> all = new ArrayList<>();
    for (String path : List.of("/metrics", "/health", "/health/live", "/health/ready")) {
      all.add(get(path, 200, 503));
      all.add(get(path + "?unknown=1&name[]=x&%zz", 200, 503, 400));
      all.add(of("HEAD " + path + HOST, 200, 503));
      for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW", "get")) {
        all.add(of(method + " " + path + HOST, 405, 501, 400));
      }
      for (String tail : List.of("x", "/x", "/..", "/../..", "/%2e%2e", "%00", ";a=b", "/%2F")) {
        all.add(get(path + tail, 404, 400));
      }
    }
    addPaths(all);
    addVersions(all);
    addHeadersAndBodies(all);
    return all;
  }

  private static void addPaths(List<RawRequest> all) {
    all.add(get("//metrics", 404, 400));
    all.add(get("/metrics/", 404, 400, 200));
    all.add(get("/health/live/../../metrics", 404, 400));
    all.add(get("/metrics/../metrics", 404, 400));
    all.add(get("/%2e%2e/etc/passwd", 404, 400));
    all.add(get("/../../etc/passwd", 404, 400));
    all.add(get("/%6detrics", 200, 404, 400));
    all.add(get("/METRICS", 404));
    all.add(get("/" + "a".repeat(100_000), 404, 414, 400, 431, CUT));
    all.add(get("/grüße", 404, 400));
    all.add(get("/%", 404, 400));
    all.add(get("/%ff%fe", 404, 400));
    all.add(get("metrics", 400, 404, CUT));
    all.add(get("http://localhost/metrics", 200, 400, 404));
    all.add(get("http://evil.example:1/metrics", 200, 400, 403, 404, 421));
    all.add(of("OPTIONS *" + HOST, 404, 405, 400, 501, CUT));
    all.add(of("CONNECT a:1" + HOST, 404, 405, 400, 501, CUT));
    all.add(of("GET /metrics HTTP/1.1\r\nConnection: close\r\n\r\n", 200, 400));
  }

  private static void addVersions(List<RawRequest> all) {
    all.add(of("GET /metrics HTTP/1.0\r\n\r\n", 200));
    all.add(of("GET /metrics HTTP/9.9\r\nConnection: close\r\n\r\n", 200, 400, 505, CUT));
    all.add(of("GET /metrics\r\n\r\n", 400, CUT));
    all.add(of("GET  /metrics" + HOST, 400, 404, CUT));
    all.add(of("GET\t/metrics" + HOST, 400, 404, CUT));
    all.add(of("\r\n\r\nGET /metrics" + HOST, 200, 400, CUT));
    all.add(of("GET /health/live HTTP/1.1\nHost: a\nConnection: close\n\n", 200, 400, CUT));
    all.add(of(" " + HOST, 400, 404, 405, CUT));
    all.add(of("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n", 400, CUT));
    all.add(of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, 404, 405, 501, 505, CUT));
  }

  private static void addHeadersAndBodies(List<RawRequest> all) {
    String live = "GET /health/live HTTP/1.1\r\nConnection: close\r\nHost: a\r\n";
    all.add(of(live + "X: " + "y".repeat(500_000) + "\r\n\r\n", 200, 400, 413, 431, CUT));
    all.add(of(live + "X: y\r\n".repeat(20_000) + "\r\n", 200, 400, 413, 431, CUT));
    all.add(of(live + "no colon\r\n\r\n", 200, 400, CUT));
    all.add(of(live + ": no name\r\n\r\n", 200, 400, CUT));
    all.add(of(live + "X: a\0b\r\n\r\n", 200, 400, CUT));
    all.add(of(live + "Content-Length: -1\r\n\r\n", 400, CUT));
    all.add(of(live + "Content-Length: 99999999999999999999\r\n\r\n", 400, 413, CUT));
    all.add(of(live + "Content-Length: x\r\n\r\n", 400, CUT));
    all.add(of(live + "Content-Length: 5\r\n\r\nhello", 200, 400, 413));
    all.add(
        of(live + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n", 100, 200, 400, 417, CUT));
    all.add(of(live + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 200, 400, 501, CUT));
    all.add(of(live + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\nx", 200, 400, 413, 501, CUT));
    all.add(of(live + "Transfer-Encoding: gzip\r\n\r\n", 200, 400, 501, CUT));
    all.add(of(live + "Accept-Encoding: \u00ff;q=x,,,\r\nAccept: %%%\r\n\r\n", 200, 400));
    all.add(of(live.replace("Connection: close\r\n", "") + "\r\n" + live + "\r\n", 200));
    all.add(
        of(
            "GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept: a/b;q=9\r\n\r\n",
            200,
            406));
  }

  private static RawRequest get(String path, Integer... allowed) {
    return of("GET " + path + HOST, allowed);
  }

  private static RawRequest of(String bytes, Integer... allowed) {
    return new RawRequest(bytes, Set.of(allowed));
  }

  /** Sends it, says that no more will come, and returns the statuses of all answers. */
  List<Integer> send(int port) throws IOException {
    StringBuilder answer = new StringBuilder();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        socket.shutdownOutput();
        read(socket.getInputStream(), answer);
      } catch (SocketTimeoutException e) {
        throw new AssertionError("no answer in time to " + this, e);
      } catch (SocketException e) {
        // Cut while we were sending: what has been answered counts.
      }
    }
    List<Integer> statuses = new ArrayList<>();
    Matcher matcher = STATUS.matcher(answer);
    while (matcher.find()) {
      statuses.add(Integer.valueOf(matcher.group(1)));
    }
    return statuses.isEmpty() ? List.of(CUT) : statuses;
  }

  private static void read(InputStream in, StringBuilder answer) throws IOException {
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      answer.append(new String(buffer, 0, n, ISO_8859_1));
    }
  }

  @Override
  public String toString() {
    return bytes.length() < 200 ? bytes : bytes.substring(0, 200) + "…";
  }
}
