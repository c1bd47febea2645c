// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of one server that knows how many requests it has sent. */
final class Client {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port;
  private final AtomicInteger sent = new AtomicInteger();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  Client(int port) {
    this.port = port;
  }

  /** How many requests were sent so far. */
  int sent() {
    return sent.get();
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  HttpResponse<String> send(String method, String path, String body) {
    sent.incrementAndGet();
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Does not wait for the answer. */
  CompletableFuture<Integer> getLater(String path) {
    sent.incrementAndGet();
    return http.sendAsync(request(path).build(), BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }

  /** Sends many at the same time over few connections, and returns how many got that status. */
  long getMany(int many, String path, int status) {
    return getAll(Collections.nCopies(many, path)).stream()
        .filter(result -> result == status)
        .count();
  }

  /** Sends all at the same time over few connections, and returns their statuses. */
  List<Integer> getAll(List<String> paths) {
    Semaphore connections = new Semaphore(16);
    return paths.stream()
        .map(
            path -> {
              connections.acquireUninterruptibly();
              return getLater(path).whenComplete((result, error) -> connections.release());
            })
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  /** Writes that as it is, in how many requests, and returns all that comes until the end. */
  String write(int requests, String text) {
    sent.addAndGet(requests);
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(ISO_8859_1));
      out.flush();
      return readAll(socket);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  /** Asks for that, reads a little and resets the connection. */
  void giveUp(String path) {
    sent.incrementAndGet();
    try (Socket socket = connect()) {
      socket
          .getOutputStream()
          .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(ISO_8859_1));
      int read = socket.getInputStream().readNBytes(100).length;
      if (read < 100) {
        throw new AssertionError("only " + read + " bytes");
      }
      socket.setSoLinger(true, 0); // close() resets
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }

  private static String readAll(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      for (int n = 0; n >= 0; n = socket.getInputStream().read(buffer)) {
        answer.append(new String(buffer, 0, n, ISO_8859_1));
      }
    } catch (SocketException e) {
      answer.append("[reset]");
    }
    return answer.toString();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return socket;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }
}
