// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import io.sidelight.it.apps.plain.Scenarios;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What applications do with a pool of connections. */
public final class PoolMain {

  private static final int MAX = 3;
  private static final int WAIT_MILLIS = 2_000;

  private final Pools pools;
  private final String kind;
  private final List<Connection> held = new ArrayList<>();
  private Pool pool;
  private Pool second;
  private Thread waiter;
  private volatile @Nullable SQLException failure;

  private PoolMain(Pools pools, String kind) throws Exception {
    this.pools = pools;
    this.kind = kind;
    this.pool = pools.open("bare");
    this.second = pool;
    this.waiter = Thread.currentThread();
  }

  /** Takes URL, user, password and the kind of pool. */
  public static void main(String[] args) throws Exception {
    Scenarios.run(new PoolMain(new Pools(args[0], args[1], args[2]), args[3]));
  }

  /** A pool that has lent one connection, which is back. */
  public void open() throws Exception {
    pool = openOne();
  }

  private Pool openOne() throws Exception {
    Pool opened = pools.open(kind, new Pool.Limits("orders", 1, MAX, WAIT_MILLIS));
    opened.connection().close();
    return opened;
  }

  /** Two connections are in use. */
  public void borrow() throws SQLException {
    borrow(2);
  }

  private void borrow(int number) throws SQLException {
    for (int i = 0; i < number; i++) {
      held.add(pool.connection());
    }
  }

  /** All that are in use come back, after a while. */
  public void giveBack() throws Exception {
    Thread.sleep(60);
    for (Connection connection : held) {
      connection.close();
      connection.close(); // as careful programs do
    }
    held.clear();
  }

  /** All are in use, and somebody waits for one more. */
  public void exhaust() throws SQLException {
    borrow(MAX);
    waiter =
        new Thread(
            () -> {
              try {
                pool.connection().close();
              } catch (SQLException e) {
                failure = e;
              }
            });
    waiter.start();
  }

  /** Whoever waits gives up. */
  public void timeOut() throws Exception {
    waiter.join();
    if (failure == null) {
      throw new AssertionError("a connection too many");
    }
    System.out.println("gave up: " + failure);
  }

  /** One connection is in use for long. */
  public void holdLong() throws Exception {
    borrow(1);
    Thread.sleep(400);
  }

  /** Another pool with the same name. */
  public void openSecond() throws Exception {
    second = openOne();
  }

  /** Closes the other pool. */
  public void closeSecond() throws Exception {
    second.close();
  }

  /** Closes the pool. */
  public void close() throws Exception {
    pool.close();
  }
}
