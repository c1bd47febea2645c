// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;

import io.sidelight.instrumentation.cache.CacheLibrary;
import io.sidelight.instrumentation.cache.CacheReader;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Weaves where Caffeine's two kinds of caches look up and evict, and where they are built. */
public final class CaffeineInstrumentation extends CacheLibrary {

  private static final String CAFFEINE = "com.github.benmanes.caffeine.cache.";
  private static final String BOUNDED = CAFFEINE + "BoundedLocalCache";
  private static final String UNBOUNDED = CAFFEINE + "UnboundedLocalCache";
  private static final String SHARED = "io.sidelight.instrumentation.cache.";
  private static final String OBJECT = "java.lang.Object";
  private static final String BI_FUNCTION = "java.util.function.BiFunction";

  private static final TypeMatch CACHES = TypeMatch.named(BOUNDED, UNBOUNDED);

  /** What is shared by caches of futures; until 2.6 a class with a loader. */
  private static final TypeMatch FUTURES =
      TypeMatch.interfaceNamed(CAFFEINE + "LocalAsyncCache"); // since 2.7

  /** What shows a cache of futures as one of values. */
  private static final TypeMatch VIEWS =
      TypeMatch.named(
          CAFFEINE + "LocalAsyncCache$AbstractCacheView", // since 2.7
          CAFFEINE + "LocalAsyncLoadingCache$LoadingCacheView");

  private static final MethodMatch GET_OR_LOAD =
      MethodMatch.named("computeIfAbsent")
          .taking(OBJECT, "java.util.function.Function", "boolean", "boolean");

  @Override
  public String id() {
    return "caffeine";
  }

  @Override
  public String supports() {
    return "Caffeine 2.6 and later";
  }

  @Override
  protected List<CacheReader> readers() {
    return singletonList(CacheReader.of("caffeine", BOUNDED, UNBOUNDED).sized("size"));
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(CACHES),
        WeavePoint.in(TypeMatch.named(CAFFEINE + "Caffeine"))
            .at(MethodMatch.named("build").returning(CAFFEINE + "Cache", CAFFEINE + "LoadingCache"))
            .with(advice("BuildAdvice")),
        WeavePoint.in(TypeMatch.named(CAFFEINE + "Caffeine"))
            .at(MethodMatch.named("buildAsync").taking()) // since 2.7
            .with(advice("BuildAsyncAdvice")),
        WeavePoint.in(TypeMatch.named(CAFFEINE + "Caffeine"))
            .at(MethodMatch.named("buildAsync").returning(CAFFEINE + "AsyncLoadingCache"))
            .with(advice("BuildAsyncLoadingAdvice")),
        WeavePoint.in(CACHES)
            .at(MethodMatch.named("estimatedSize", "size").taking()) // the latter until 2.6
            .with(SHARED + "OpenAdvice"),
        WeavePoint.in(FUTURES)
            .at(MethodMatch.named("get").taking(OBJECT, BI_FUNCTION, "boolean"))
            .with(advice("GetFutureAdvice")),
        WeavePoint.in(FUTURES)
            .at(MethodMatch.named("getAll").taking("java.lang.Iterable", BI_FUNCTION))
            .with(advice("LookUpFuturesAdvice")),
        WeavePoint.in(TypeMatch.named(CAFFEINE + "LocalAsyncLoadingCache"))
            .at(MethodMatch.named("getAllBulk")) // until 2.6
            .with(advice("LookUpFuturesAdvice")),
        WeavePoint.in(VIEWS)
            .at(MethodMatch.named("getIfPresent", "getAllPresent"))
            .with(advice("LookUpFuturesAdvice")),
        WeavePoint.in(CACHES)
            .at(MethodMatch.named("getIfPresent").taking(OBJECT, "boolean"))
            .with(advice("GetIfPresentAdvice")),
        WeavePoint.in(TypeMatch.named(BOUNDED)).at(GET_OR_LOAD).with(advice("GetOrLoadAdvice")),
        WeavePoint.in(TypeMatch.named(UNBOUNDED))
            .at(GET_OR_LOAD)
            .with(advice("GetOrLoadUnboundedAdvice")),
        WeavePoint.in(TypeMatch.named(BOUNDED))
            .at(MethodMatch.named("doComputeIfAbsent"))
            .with(advice("MissAdvice")),
        WeavePoint.in(CACHES)
            .at(MethodMatch.named("getAllPresent").taking("java.lang.Iterable")) // until 3.2
            .with(SHARED + "GetAllPresentAdvice"),
        WeavePoint.in(CACHES)
            .at(MethodMatch.named("getAllPresent").taking("java.util.Map", "boolean")) // since 3.3
            .with(advice("FillPresentAdvice")),
        WeavePoint.in(TypeMatch.named(BOUNDED))
            .at(MethodMatch.named("notifyEviction")) // since 3.0
            .with(advice("NotifyEvictionAdvice")),
        WeavePoint.in(TypeMatch.named(BOUNDED))
            .at(MethodMatch.named("evictEntry").returning("boolean"))
            .with(advice("EvictAdvice")));
  }

  private static String advice(String name) {
    return "io.sidelight.instrumentation.caffeine." + name;
  }
}
