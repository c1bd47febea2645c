// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A cache of futures that loads with what it is given. Apart, because 2.6 has no such type. */
final class FuturesWithoutLoader {

  private static final AsyncCache<String, String> CACHE =
      Caffeine.newBuilder().maximumSize(100).buildAsync();

  private FuturesWithoutLoader() {}

  static void run() {
    CACHE.get("a", key -> "1").join();
    CACHE.get("a", key -> "2").join();
    CACHE.getAll(Arrays.asList("a", "b", "c", "a"), FuturesWithoutLoader::load).join();
    String unusedHit = CACHE.synchronous().get("a", key -> "3");
    String unusedMiss = CACHE.synchronous().getIfPresent("x");
  }

  private static Map<String, String> load(Iterable<? extends String> keys) {
    Map<String, String> all = new HashMap<>();
    keys.forEach(
        key -> {
          String unusedMiss = CACHE.synchronous().asMap().get("unknown");
          all.put(key, key);
        });
    return all;
  }
}
