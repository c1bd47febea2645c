// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core;

import com.sun.net.httpserver.HttpServer;
import io.sidelight.core.config.Config;
import io.sidelight.core.metrics.Exposition;
import io.sidelight.core.metrics.MetricStore;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** Serves {@code /metrics} on the loopback address until the side port takes over. */
final class InterimPort {

  private InterimPort() {}

  static void open(Config config, MetricStore store) throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), config.number("port")), 0);
    Exposition exposition = new Exposition(store);
    server.createContext(
        "/metrics",
        exchange -> {
          ByteArrayOutputStream body = new ByteArrayOutputStream();
          exposition.write(body, Exposition.Format.TEXT, Collections.<String>emptyList());
          exchange.sendResponseHeaders(200, body.size());
          exchange.getResponseBody().write(body.toByteArray());
          exchange.close();
        });
    server.start();
    String file = config.text("port-file");
    if (!file.isEmpty()) {
      try (OutputStream out = new FileOutputStream(file)) {
        out.write(
            String.valueOf(server.getAddress().getPort()).getBytes(StandardCharsets.US_ASCII));
      }
    }
  }
}
