// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Look-ups that find a value in a cache of Caffeine: about the cheapest that libraries have. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CaffeineGet {

  private static final String KEY = "item:1";

  private final Cache<String, String> cache = Caffeine.newBuilder().maximumSize(1_000).build();

  /** For JMH. */
  public CaffeineGet() {
    cache.put(KEY, "lamp");
  }

  /** Without a loader. */
  @Benchmark
  public @Nullable String getIfPresent() {
    return cache.getIfPresent(KEY);
  }

  /** With one, which is not needed. */
  @Benchmark
  public @Nullable String getOrLoad() {
    return cache.get(KEY, key -> key);
  }
}
