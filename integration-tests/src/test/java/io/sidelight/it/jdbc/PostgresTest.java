// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresTest extends DriverContract {

  private EmbeddedPostgres server;

  @BeforeAll
  void startServer() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  void stopServer() throws IOException {
    server.close();
  }

  @Override
  int operations() {
    return super.operations() - 3; // no generated keys by index
  }

  @Override
  boolean testsConnectionsWithStatements() {
    return true;
  }

  @Override
  String driver() {
    return "postgresql";
  }

  @Override
  String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  @Override
  String user() {
    return "postgres";
  }
}
