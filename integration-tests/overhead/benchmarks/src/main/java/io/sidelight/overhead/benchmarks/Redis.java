// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import redis.embedded.RedisServer;

/** A Redis on this machine, which ends with this JVM at the latest. */
@SuppressWarnings("NullAway.Init") // JMH sets it up
@State(Scope.Benchmark)
public class Redis {

  private RedisServer server;

  /** Starts it. */
  @Setup
  public void start() throws IOException {
    server = RedisServer.newRedisServer().bind("127.0.0.1").port(freePort()).build();
    server.start();
  }

  int port() {
    return server.ports().get(0);
  }

  /** Stops it. */
  @TearDown
  public void stop() throws IOException {
    server.stop();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
