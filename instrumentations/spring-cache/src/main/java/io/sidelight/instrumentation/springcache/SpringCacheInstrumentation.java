// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.springcache;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.cache.CacheLibrary;
import io.sidelight.instrumentation.cache.CacheReader;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Weaves the implementations of Spring's {@code Cache}, and of what hands them out. */
public final class SpringCacheInstrumentation extends CacheLibrary {

  private static final String SPRING = "org.springframework.cache.";
  private static final String MAP_CACHE = SPRING + "concurrent.ConcurrentMapCache";
  private static final String SHARED = "io.sidelight.instrumentation.cache.";
  private static final String OBJECT = "java.lang.Object";
  private static final String TYPE = "spring";

  /** Not what stands before caches of the same name, nor what is none. */
  private static final TypeMatch CACHES =
      TypeMatch.subtypeOf(SPRING + "Cache")
          .except(SPRING + "transaction.", SPRING + "support.NoOpCache");

  private static final MethodMatch GET_OR_LOAD =
      MethodMatch.named("get").taking(OBJECT, "java.util.concurrent.Callable");

  @Override
  public String id() {
    return "spring-cache";
  }

  @Override
  public String supports() {
    return "caches of Spring 5.3 and later";
  }

  @Override
  protected List<CacheReader> readers() {
    return asList(
        // Never in front of anything: look-ups in a map, even a cache's, count nowhere else.
        CacheReader.of(TYPE, MAP_CACHE).named("getName").sized("getNativeCache.size"),
        CacheReader.of(TYPE, SPRING + "Cache")
            .named("getName")
            .inFrontOf("getNativeCache.?asMap", "getNativeCache"));
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(CACHES),
        WeavePoint.in(TypeMatch.subtypeOf(SPRING + "CacheManager"))
            .at(MethodMatch.named("getCache").taking("java.lang.String"))
            .with(advice("GetCacheAdvice")),
        WeavePoint.in(CACHES)
            .at(MethodMatch.named("get").taking(OBJECT).returning(SPRING + "Cache$ValueWrapper"))
            .with(SHARED + "LookUpForOthersAdvice"),
        WeavePoint.in(CACHES)
            .at(MethodMatch.named("get").taking(OBJECT, "java.lang.Class"))
            .with(SHARED + "LookUpForOthersAdvice"),
        WeavePoint.in(CACHES).at(GET_OR_LOAD).with(SHARED + "OpenAdvice"),
        WeavePoint.in(TypeMatch.named(MAP_CACHE))
            .at(GET_OR_LOAD)
            .with(advice("GetOrLoadMapAdvice")));
  }

  private static String advice(String name) {
    return "io.sidelight.instrumentation.springcache." + name;
  }
}
