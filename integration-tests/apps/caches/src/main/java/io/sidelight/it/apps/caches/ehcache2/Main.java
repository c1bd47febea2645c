// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches.ehcache2;

import io.sidelight.it.apps.plain.Scenarios;
import java.util.List;
import java.util.Map;
import net.sf.ehcache.Cache;
import net.sf.ehcache.CacheManager;
import net.sf.ehcache.Element;
import net.sf.ehcache.config.CacheConfiguration;
import net.sf.ehcache.config.Configuration;

/** What applications do with Ehcache 2. */
public final class Main {

  private final CacheManager manager =
      new CacheManager(new Configuration().name("test").updateCheck(false));

  private Main() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    Scenarios.run(new Main());
  }

  private Cache create(String name) {
    Cache cache = new Cache(new CacheConfiguration(name, 10));
    manager.addCache(cache);
    return cache;
  }

  /** One key at a time. */
  public void lookups() {
    Cache cache = create("lookups");
    Element unusedMiss = cache.get("a");
    cache.put(new Element("a", "1"));
    for (int i = 0; i < 3; i++) {
      Element unusedHit = cache.get((Object) "a");
    }
    Element unusedQuietly = cache.getQuiet("b");
    Element unusedToo = cache.get("b");
  }

  /** Several keys at once. */
  public void many() {
    Cache cache = create("many");
    cache.put(new Element("a", "1"));
    Map<Object, Element> unusedAll = cache.getAll(List.of("a", "b", "c"));
  }

  /** More entries than there is room for. */
  public void evictions() {
    Cache cache = create("evictions");
    for (int i = 0; i < 100; i++) {
      cache.put(new Element("key" + i, "1"));
    }
  }
}
