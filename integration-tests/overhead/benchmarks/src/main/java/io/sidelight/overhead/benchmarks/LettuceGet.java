// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** GETs of Lettuce at a real server. */
@SuppressWarnings("NullAway.Init") // JMH sets it up
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LettuceGet {

  private static final int BATCH = 100;

  private RedisClient client;
  private StatefulRedisConnection<String, String> connection;

  /** Connects. */
  @Setup
  public void open(Redis redis) {
    client = RedisClient.create("redis://127.0.0.1:" + redis.port());
    connection = client.connect();
    connection.sync().set("item:1", "lamp");
  }

  /** One command, awaited. */
  @Benchmark
  public String sync() {
    return connection.sync().get("item:1");
  }

  /** Many commands, awaited together. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public boolean async() {
    RedisFuture<?>[] replies = new RedisFuture<?>[BATCH];
    for (int i = 0; i < BATCH; i++) {
      replies[i] = connection.async().get("item:1");
    }
    if (!LettuceFutures.awaitAll(10, TimeUnit.SECONDS, replies)) {
      throw new IllegalStateException("no replies");
    }
    return true;
  }

  /** Disconnects. */
  @TearDown
  public void close() {
    connection.close();
    client.shutdown();
  }
}
