// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.noservlets;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts a server, asks it many times and stops it. */
public final class NoServletsMain {

  private static final int REQUESTS = 200;

  private NoServletsMain() {}

  /** Takes the kind of server. */
  public static void main(String[] args) throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    HttpClient client = HttpClient.newHttpClient();
    int answered = 0;
    try (Server server = open(args[0])) {
      for (int i = 0; i < REQUESTS; i++) {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/things/" + i);
        HttpResponse<String> response =
            client.send(
                HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1).build(),
                HttpResponse.BodyHandlers.ofString());
        answered += response.body().equals(uri.getPath()) ? 1 : 0;
      }
    }
    System.out.println("answered " + answered);
    System.exit(0);
  }

  private static Server open(String kind) throws Exception {
    return switch (kind) {
      case "netty" -> new Netty();
      case "vertx" -> new VertX();
      case "armeria" -> new Armeria();
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
