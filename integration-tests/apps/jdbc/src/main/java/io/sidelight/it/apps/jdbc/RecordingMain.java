// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;

/** Prints every call that reaches the driver below each pool. */
public final class RecordingMain {

  private RecordingMain() {}

  /** Takes the URL without {@code jdbc:}, and pools. */
  public static void main(String[] args) throws Exception {
    Recorder recorder = new Recorder();
    DriverManager.registerDriver(recorder);
    Pools pools = new Pools("jdbc:recording:" + args[0], "sa", "");
    for (int i = 1; i < args.length; i++) {
      // Left open: some close their connections in the background.
      try (Connection connection = pools.open(args[i]).connection()) {
        new Scenario(connection, "orders_" + args[i].replace('-', '_'), true, new Journal()).run();
      }
    }
    recorder.calls().forEach(System.out::println);
    System.exit(0);
  }
}
