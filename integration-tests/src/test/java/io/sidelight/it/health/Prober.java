// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.health;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Asks one path about a thousand times a second, as long as it is open. */
final class Prober implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;
  private final int expected;
  private final AtomicInteger right = new AtomicInteger();
  private final AtomicInteger wrong = new AtomicInteger();
  private final Thread thread = new Thread(this::ask, "prober");
  private volatile boolean closed;

  Prober(int port, String path, int expected) {
    request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    this.expected = expected;
    thread.start();
  }

  private void ask() {
    while (!closed) {
      try {
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        (status == expected ? right : wrong).incrementAndGet();
        Thread.sleep(1);
      } catch (Exception e) {
        wrong.incrementAndGet();
      }
    }
  }

  int right() {
    return right.get();
  }

  int wrong() {
    return wrong.get();
  }

  @Override
  public void close() {
    closed = true;
    Awaitility.await().until(() -> !thread.isAlive());
  }
}
