// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import redis.clients.jedis.Jedis;

/** A GET of Jedis without the kernel and a server, which would hide the rest. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JedisGet {

  private final Jedis jedis = new Jedis(MemoryRedis::new);

  /** For JMH. */
  public JedisGet() {}

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
