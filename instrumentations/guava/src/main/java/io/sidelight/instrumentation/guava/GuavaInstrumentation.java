// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.guava;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;

import io.sidelight.instrumentation.cache.CacheLibrary;
import io.sidelight.instrumentation.cache.CacheReader;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Weaves where the one kind of cache that Guava has looks up, and where its segments evict. */
public final class GuavaInstrumentation extends CacheLibrary {

  private static final String GUAVA = "com.google.common.cache.";
  private static final String LOADER = GUAVA + "CacheLoader";
  private static final String CAUSE = GUAVA + "RemovalCause";
  private static final String SHARED = "io.sidelight.instrumentation.cache.";
  private static final String OBJECT = "java.lang.Object";

  private static final TypeMatch CACHE = TypeMatch.named(GUAVA + "LocalCache");
  private static final TypeMatch SEGMENT = TypeMatch.named(GUAVA + "LocalCache$Segment");

  @Override
  public String id() {
    return "guava";
  }

  @Override
  public String supports() {
    return "caches of Guava 16 and later";
  }

  @Override
  protected List<CacheReader> readers() {
    return singletonList(CacheReader.of("guava", GUAVA + "LocalCache").sized("size"));
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(CACHE),
        WeavePoint.in(TypeMatch.named(GUAVA + "CacheBuilder"))
            .at(MethodMatch.named("build").returning(GUAVA + "Cache", GUAVA + "LoadingCache"))
            .with(advice("BuildAdvice")),
        WeavePoint.in(CACHE)
            .at(MethodMatch.named("getIfPresent").taking(OBJECT))
            .with(SHARED + "LookUpAdvice"),
        WeavePoint.in(CACHE)
            .at(MethodMatch.named("get").taking(OBJECT, LOADER))
            .with(advice("GetOrLoadAdvice")),
        WeavePoint.in(SEGMENT)
            .at(MethodMatch.named("loadSync", "waitForLoadingValue"))
            .with(SHARED + "LoadAdvice"),
        WeavePoint.in(CACHE)
            .at(MethodMatch.named("getAll").taking("java.lang.Iterable"))
            .with(advice("GetAllAdvice")),
        WeavePoint.in(CACHE)
            .at(MethodMatch.named("loadAll").taking("java.util.Set", LOADER))
            .with(advice("LoadAllAdvice")),
        WeavePoint.in(CACHE)
            .at(MethodMatch.named("getAllPresent").taking("java.lang.Iterable"))
            .with(SHARED + "GetAllPresentAdvice"),
        WeavePoint.in(SEGMENT)
            .at(
                MethodMatch.named("enqueueNotification")
                    .taking(OBJECT, "int", GUAVA + "LocalCache$ValueReference", CAUSE)) // until 19
            .with(advice("EvictReferenceAdvice")),
        WeavePoint.in(SEGMENT)
            .at(
                MethodMatch.named("enqueueNotification")
                    .taking(OBJECT, "int", OBJECT, "int", CAUSE))
            .with(advice("EvictValueAdvice")));
  }

  private static String advice(String name) {
    return "io.sidelight.instrumentation.guava." + name;
  }
}
