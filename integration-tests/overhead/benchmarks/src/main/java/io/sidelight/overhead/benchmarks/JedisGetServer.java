// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import redis.clients.jedis.Jedis;

/** A GET of Jedis at a real server. */
@SuppressWarnings("NullAway.Init") // JMH sets it up
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JedisGetServer {

  private Jedis jedis;

  /** Connects. */
  @Setup
  public void open(Redis redis) {
    jedis = new Jedis("127.0.0.1", redis.port());
    jedis.set("item:1", "lamp");
  }

  /** One command. */
  @Benchmark
  public String get() {
    return jedis.get("item:1");
  }

  /** Disconnects. */
  @TearDown
  public void close() {
    jedis.close();
  }
}
