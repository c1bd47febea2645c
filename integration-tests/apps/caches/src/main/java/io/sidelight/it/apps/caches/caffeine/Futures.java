// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches.caffeine;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Caches of futures, with loaders. They count for themselves, too, which is compared. */
final class Futures {

  private final List<AsyncLoadingCache<String, String>> kept = new ArrayList<>();

  private AsyncLoadingCache<String, String> keep(AsyncLoadingCache<String, String> cache) {
    kept.add(cache);
    return cache;
  }

  private static final class Lookups {
    static AsyncLoadingCache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).recordStats().buildAsync(key -> key);
    }
  }

  void lookUp() {
    lookUp(keep(Lookups.build()));
  }

  private static final class Unbounded {
    static AsyncLoadingCache<String, String> build() {
      return Caffeine.newBuilder().recordStats().buildAsync(key -> key);
    }
  }

  void lookUpUnbounded() {
    lookUp(keep(Unbounded.build()));
  }

  private static void lookUp(AsyncLoadingCache<String, String> cache) {
    cache.get("a").join();
    cache.get("a").join();
    cache.get("a", key -> "2").join();
    cache.get("a", (key, executor) -> CompletableFuture.completedFuture("3")).join();
    CompletableFuture<String> unusedHit = cache.getIfPresent("a");
    CompletableFuture<String> unusedMiss = cache.getIfPresent("b");
    String unusedValue = cache.synchronous().get("a");
    unusedValue = cache.synchronous().getIfPresent("a");
    unusedValue = cache.synchronous().getIfPresent("b");
    check(cache, 6, 3);
  }

  private static final class Many {
    static AsyncLoadingCache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).recordStats().buildAsync(key -> key);
    }
  }

  void many() {
    many(keep(Many.build()));
  }

  private static final class Bulk {
    static AsyncLoadingCache<String, String> build() {
      return Caffeine.newBuilder()
          .maximumSize(100)
          .recordStats()
          .buildAsync(
              new CacheLoader<String, String>() {
                @Override
                public String load(String key) {
                  return key;
                }

                @Override // until 2.x; later it loads one by one
                public Map<String, String> loadAll(Iterable<? extends String> keys) {
                  Map<String, String> all = new HashMap<>();
                  keys.forEach(key -> all.put(key, key));
                  return all;
                }
              });
    }
  }

  void bulk() {
    many(keep(Bulk.build()));
  }

  private static void many(AsyncLoadingCache<String, String> cache) {
    cache.get("a").join();
    cache.getAll(Arrays.asList("a", "b", "c", "a")).join();
    Map<String, String> unused = cache.synchronous().getAll(Arrays.asList("a", "b"));
    unused = cache.synchronous().getAllPresent(Arrays.asList("a", "x", "y", "x"));
    check(cache, 4, 5);
  }

  private static final class Slow {
    static AsyncLoadingCache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).recordStats().buildAsync(key -> key);
    }
  }

  void slow() {
    AsyncLoadingCache<String, String> cache = keep(Slow.build());
    CompletableFuture<String> loading = new CompletableFuture<>();
    CompletableFuture<String> unused = cache.get("a", (key, executor) -> loading);
    unused = cache.get("a", (key, executor) -> loading);
    unused = cache.getIfPresent("a");
    loading.complete("1");
    CompletableFuture<String> failing = new CompletableFuture<>();
    unused = cache.get("b", (key, executor) -> failing);
    failing.completeExceptionally(new IllegalStateException("on purpose"));
    unused = cache.getIfPresent("b");
    check(cache, 2, 3);
  }

  private static final class Evictions {
    static AsyncLoadingCache<String, String> build() {
      return Caffeine.newBuilder()
          .maximumSize(10)
          .executor(Runnable::run)
          .recordStats()
          .buildAsync(key -> key);
    }
  }

  void evictions() {
    AsyncLoadingCache<String, String> cache = keep(Evictions.build());
    for (int i = 0; i < 100; i++) {
      cache.put("key" + i, CompletableFuture.completedFuture("1"));
    }
    cache.synchronous().cleanUp();
    check(cache, 0, 0);
  }

  private static final class Views {
    static AsyncLoadingCache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).recordStats().buildAsync(key -> key);
    }
  }

  void views() {
    AsyncLoadingCache<String, String> cache = keep(Views.build());
    cache.put("a", CompletableFuture.completedFuture("1"));
    String unusedHit = cache.synchronous().asMap().get("a");
    String unusedMiss = cache.synchronous().asMap().get("b");
    boolean unusedAnswer = cache.synchronous().asMap().containsKey("a");
    check(cache, 0, 0);
  }

  private static void check(AsyncLoadingCache<String, String> cache, int hits, int misses) {
    CacheStats stats = cache.synchronous().stats();
    if (stats.hitCount() != hits || stats.missCount() != misses) {
      throw new IllegalStateException(stats.toString());
    }
  }
}
