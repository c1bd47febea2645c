// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches.jcache;

import io.sidelight.it.apps.plain.Scenarios;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;

/** What applications do with JCache, whose provider is the one on the class path. */
public final class Main {

  private Main() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    Scenarios.run(new Main());
  }

  private static Cache<String, String> create(String name) {
    MutableConfiguration<String, String> configuration = new MutableConfiguration<>();
    configuration.setTypes(String.class, String.class);
    return Caching.getCachingProvider().getCacheManager().createCache(name, configuration);
  }

  /** One key at a time. */
  public void lookups() {
    Cache<String, String> cache = create("lookups");
    String unusedMiss = cache.get("a");
    cache.put("a", "1");
    for (int i = 0; i < 3; i++) {
      String unusedHit = cache.get("a");
    }
    boolean unusedAnswer = cache.containsKey("b");
    String unusedToo = cache.get("b");
  }

  /** Several keys at once. */
  public void many() {
    Cache<String, String> cache = create("many");
    cache.put("a", "1");
    Map<String, String> unusedAll = cache.getAll(Set.of("a", "b", "c"));
  }

  /** Entries in what is behind. */
  public void sizes() {
    Cache<String, String> cache = create("sizes");
    cache.put("a", "1");
    cache.put("b", "2");
    String unusedMiss = cache.get("c");
  }
}
