// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import java.sql.Connection;

/** Runs the scenario behind every pool that is asked for, each with a table of its own. */
public final class ScenarioMain {

  private ScenarioMain() {}

  /** Takes URL, user, password and pools. */
  public static void main(String[] args) throws Exception {
    // PostgreSQL's driver knows generated keys by name only.
    boolean keysByIndex = !args[0].startsWith("jdbc:postgresql:");
    Pools pools = new Pools(args[0], args[1], args[2]);
    for (int i = 3; i < args.length; i++) {
      try (Pool pool = pools.open(args[i]);
          Connection connection = pool.connection()) {
        new Scenario(connection, "orders_" + args[i].replace('-', '_'), keysByIndex, new Journal())
            .run();
      }
    }
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Until the test has seen enough.
    }
  }
}
