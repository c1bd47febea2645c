// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.sidelight.it.apps.caches.Waiting;
import io.sidelight.it.apps.plain.Scenarios;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What applications do with Caffeine. Each scenario has a class that builds its caches. */
public final class Main {

  private final List<Cache<String, String>> kept = new ArrayList<>();
  private final Futures futures = new Futures();
  private @Nullable Cache<String, String> forgotten;

  private Main() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    Scenarios.run(new Main());
  }

  private <C extends Cache<String, String>> C keep(C cache) {
    kept.add(cache);
    return cache;
  }

  private static final class Lookups {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).build();
    }
  }

  /** Without a loader. */
  public void lookups() {
    lookUp(keep(Lookups.build()));
  }

  private static final class Unbounded {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().build();
    }
  }

  /** As {@link #lookups}, in the other kind of cache. */
  public void lookupsUnbounded() {
    lookUp(keep(Unbounded.build()));
  }

  private static void lookUp(Cache<String, String> cache) {
    cache.getIfPresent("a");
    cache.put("a", "1");
    for (int i = 0; i < 3; i++) {
      cache.getIfPresent("a");
    }
    cache.getIfPresent("b");
    fails(() -> cache.getIfPresent(nothing()));
  }

  private static final class Loads {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).build();
    }
  }

  /** With loaders that load, find nothing, and fail. */
  public void loads() {
    load(keep(Loads.build()));
  }

  private static final class UnboundedLoads {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().build();
    }
  }

  /** As {@link #loads}, in the other kind of cache. */
  public void loadsUnbounded() {
    load(keep(UnboundedLoads.build()));
  }

  private static void load(Cache<String, String> cache) {
    cache.get("a", key -> "1");
    cache.get("a", key -> "2");
    cache.get("b", key -> nothing());
    fails(() -> cache.get("c", key -> fail()));
  }

  private static final class Loading {
    static LoadingCache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).build(key -> key);
    }
  }

  /** A cache that loads one by one. */
  public void loadingCache() {
    loadAll(keep(Loading.build()));
  }

  private static final class Bulk {
    static LoadingCache<String, String> build() {
      return Caffeine.newBuilder()
          .maximumSize(100)
          .build(
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

  /** As {@link #loadingCache}, with a cache that loads many at once. */
  public void bulkLoadingCache() {
    loadAll(keep(Bulk.build()));
  }

  private static void loadAll(LoadingCache<String, String> cache) {
    cache.get("a");
    cache.get("a");
    cache.getAll(Arrays.asList("a", "b", "c"));
  }

  private static final class Outer {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).build();
    }
  }

  private static final class Inner {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).build();
    }
  }

  /** A loader that looks up elsewhere, and loads there. */
  public void nested() {
    Cache<String, String> outer = keep(Outer.build());
    Cache<String, String> inner = keep(Inner.build());
    for (int i = 0; i < 2; i++) {
      outer.get("a", key -> inner.get(key, same -> same));
    }
    outer.get("b", key -> inner.get("a", same -> same));
  }

  private static final class Waits {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).build();
    }
  }

  /** Two threads want the same value. */
  public void waits() throws InterruptedException {
    Cache<String, String> cache = keep(Waits.build());
    Waiting.forSameValue(
        loader ->
            cache.get(
                "a",
                key -> {
                  loader.run();
                  return key;
                }),
        "doComputeIfAbsent");
  }

  private static final class Many {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).build();
    }
  }

  /** Several keys at once. */
  public void many() {
    Cache<String, String> cache = keep(Many.build());
    cache.put("a", "1");
    cache.getAllPresent(Arrays.asList("a", "a", "b", "c"));
    cache.getAllPresent(new HashSet<>(Arrays.asList("a", "b")));
  }

  private static final class Views {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).build();
    }
  }

  /** As a map. */
  public void views() {
    Cache<String, String> cache = keep(Views.build());
    cache.put("a", "1");
    String unusedHit = cache.asMap().get("a");
    String unusedMiss = cache.asMap().get("b");
    boolean unusedAnswer = cache.asMap().containsKey("a");
    cache.asMap().forEach((key, value) -> {});
  }

  private static final class Evictions {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(10).executor(Runnable::run).build();
    }
  }

  /** Too many entries; one is removed, one is replaced. */
  public void evictions() {
    Cache<String, String> cache = keep(Evictions.build());
    for (int i = 0; i < 100; i++) {
      cache.put("key" + i, "1");
    }
    cache.cleanUp();
    String left = cache.asMap().keySet().iterator().next();
    cache.put(left, "2");
    cache.invalidate(left);
    cache.cleanUp();
  }

  private static final class Expiry {
    static Cache<String, String> build(AtomicLong clock) {
      return Caffeine.newBuilder()
          .expireAfterWrite(1, TimeUnit.MINUTES)
          .ticker(clock::get)
          .executor(Runnable::run)
          .build();
    }
  }

  /** Entries that are too old. */
  public void expiry() {
    AtomicLong clock = new AtomicLong();
    Cache<String, String> cache = keep(Expiry.build(clock));
    for (int i = 0; i < 5; i++) {
      cache.put("key" + i, "1");
    }
    clock.addAndGet(TimeUnit.MINUTES.toNanos(2));
    cache.cleanUp();
  }

  private static final class Reloads {
    static Cache<String, String> build(AtomicLong clock) {
      return Caffeine.newBuilder()
          .expireAfterWrite(1, TimeUnit.MINUTES)
          .ticker(clock::get)
          .executor(Runnable::run)
          .build();
    }
  }

  /** An entry that is too old and loaded again in its place. */
  public void reloads() {
    AtomicLong clock = new AtomicLong();
    Cache<String, String> cache = keep(Reloads.build(clock));
    cache.put("a", "1");
    clock.addAndGet(TimeUnit.MINUTES.toNanos(2));
    cache.get("a", key -> "2");
  }

  private static final class Instances {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).build();
    }
  }

  /** Many caches that one place builds. */
  public void instances() {
    for (int i = 0; i < 1_000; i++) {
      Cache<String, String> cache = keep(Instances.build());
      cache.put("a", "1");
      cache.getIfPresent("a");
    }
  }

  private static final class Places {
    static Cache<String, String> first() {
      return Caffeine.newBuilder().maximumSize(100).build();
    }

    static Cache<String, String> second() {
      return Caffeine.newBuilder().maximumSize(100).build();
    }
  }

  /** Two caches of one class. */
  public void places() {
    keep(Places.first()).getIfPresent("a");
    keep(Places.second()).getIfPresent("a");
  }

  private static final class Recorded {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).recordStats().build();
    }
  }

  /** A cache that records statistics of its own. */
  public void recorded() {
    Cache<String, String> cache = Recorded.build();
    cache.get("a", key -> "1");
    cache.get("a", key -> "1");
    cache.getIfPresent("b");
    if (cache.stats().hitCount() != 1 || cache.stats().missCount() != 2) {
      throw new IllegalStateException(cache.stats().toString());
    }
  }

  /** One key at a time, of a cache of futures. */
  public void futures() {
    futures.lookUp();
  }

  /** As {@link #futures}, in the other kind of cache. */
  public void futuresUnbounded() {
    futures.lookUpUnbounded();
  }

  /** Several keys at once. */
  public void manyFutures() {
    futures.many();
  }

  /** As {@link #manyFutures}, with a cache that loads many at once. */
  public void bulkFutures() {
    futures.bulk();
  }

  /** Futures that take their time, and fail. */
  public void slowFutures() {
    futures.slow();
  }

  /** Too many futures. */
  public void futuresEvictions() {
    futures.evictions();
  }

  /** A cache of futures as a map. */
  public void futuresViews() {
    futures.views();
  }

  /** A cache of futures without a loader, which there is since 2.7. */
  public void futuresWithoutLoader() {
    FuturesWithoutLoader.run();
  }

  private static final class Forgotten {
    static Cache<String, String> build() {
      return Caffeine.newBuilder().maximumSize(100).build();
    }
  }

  /** A cache that is in use. */
  public void remember() {
    forgotten = Forgotten.build();
    forgotten.put("a", "1");
  }

  /** And not any more. */
  public void forget() {
    forgotten = null;
    System.gc();
  }

  /** Caches know nothing of being watched. */
  public void unchanged() {
    for (Cache<String, String> cache : kept) {
      if (cache.stats().requestCount() != 0 || cache.stats().evictionCount() != 0) {
        throw new IllegalStateException(cache.stats().toString());
      }
    }
  }

  @SuppressWarnings("NullAway") // on purpose
  private static String nothing() {
    return null;
  }

  private static String fail() {
    throw new IllegalStateException("on purpose");
  }

  private static void fails(Runnable task) {
    try {
      task.run();
    } catch (IllegalStateException | NullPointerException e) {
      return;
    }
    throw new IllegalStateException("should have failed");
  }
}
