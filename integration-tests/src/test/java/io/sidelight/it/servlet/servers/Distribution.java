// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.servers;

import io.sidelight.testkit.Repository;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A server's distribution, unpacked by {@code apps/servers}. */
final class Distribution {

  private Distribution() {}

  /** Its folder, which is not written to. */
  static Path home(String name) {
    return Repository.root().resolve("integration-tests/apps/servers/target/servers").resolve(name);
  }

  /** Copies a folder, e.g. what a server wants to write to. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  /** A port that was free a moment ago, for servers that do not tell which one they took. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
