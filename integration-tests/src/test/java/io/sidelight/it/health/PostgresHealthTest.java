// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.health;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

final class PostgresHealthTest extends DatabaseContract {

  @TempDir static Path folder;

  private @Nullable EmbeddedPostgres server;
  private int port;

  @Override
  void startServer() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setPort(port)
            .start();
    port = server.getPort();
  }

  @Override
  void stopServer() throws IOException {
    Objects.requireNonNull(server).close();
  }

  @Override
  int port() {
    return port;
  }

  @Override
  List<ProcessHandle> processes() {
    try {
      long pid =
          Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).trim());
      ProcessHandle main = ProcessHandle.of(pid).orElseThrow();
      List<ProcessHandle> all = new ArrayList<>(main.descendants().toList());
      all.add(0, main);
      return all;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  String product() {
    return "PostgreSQL";
  }

  @Override
  String driver() {
    return "postgresql";
  }

  @Override
  String url(int at) {
    return "jdbc:postgresql://127.0.0.1:" + at + "/postgres";
  }

  @Override
  String user() {
    return "postgres";
  }
}
