// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.ehcache;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.cache.CacheLibrary;
import io.sidelight.instrumentation.cache.CacheReader;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Ehcache 3. */
public final class Ehcache3Instrumentation extends CacheLibrary {

  private static final String SHARED = "io.sidelight.instrumentation.cache.";
  private static final String CORE = "org.ehcache.core.";

  private static final String HEAP_STORE = "org.ehcache.impl.internal.store.heap.OnHeapStore";
  private static final String ADVICE = "io.sidelight.instrumentation.ehcache.";

  private static final TypeMatch CACHES = TypeMatch.subtypeOf(CORE + "InternalCache");

  /** Only that of a cache that has no other counts as the cache. */
  private static final TypeMatch HEAP = TypeMatch.named(HEAP_STORE);

  @Override
  public String id() {
    return "ehcache";
  }

  @Override
  public String supports() {
    return "Ehcache 3.0 and later";
  }

  @Override
  protected List<CacheReader> readers() {
    return asList(
        CacheReader.of("ehcache", CORE + "InternalCache")
            .madeOf("#store", "#store.?#delegate"), // the latter of one that loads
        CacheReader.of("ehcache", HEAP_STORE).sized("#map.#mappingCount"));
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(CACHES),
        WeavePoint.carrier(HEAP),
        WeavePoint.in(TypeMatch.named(CORE + "EhcacheManager"))
            .at(
                MethodMatch.named("createCache")
                    .taking("java.lang.String", "org.ehcache.config.CacheConfiguration", "boolean"))
            .with(SHARED + "CreateAdvice"),
        WeavePoint.in(CACHES)
            .at(MethodMatch.named("get").taking("java.lang.Object"))
            .with(SHARED + "LookUpAdvice"),
        WeavePoint.in(CACHES)
            .at(MethodMatch.named("getAll").taking("java.util.Set"))
            .with(SHARED + "GetAllWithNullsAdvice"),
        WeavePoint.in(HEAP)
            .at(MethodMatch.named("evict").returning("boolean"))
            .with(ADVICE + "EvictFromHeapAdvice"),
        WeavePoint.in(HEAP)
            .at(MethodMatch.named("fireOnExpirationEvent"))
            .with(ADVICE + "ExpireInHeapAdvice"));
  }
}
