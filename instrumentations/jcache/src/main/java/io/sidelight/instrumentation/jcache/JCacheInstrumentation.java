// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jcache;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;

import io.sidelight.instrumentation.cache.CacheLibrary;
import io.sidelight.instrumentation.cache.CacheReader;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Weaves the implementations of JCache's {@code Cache}. */
public final class JCacheInstrumentation extends CacheLibrary {

  private static final String SHARED = "io.sidelight.instrumentation.cache.";
  private static final String CACHE = "javax.cache.Cache";

  private static final TypeMatch CACHES = TypeMatch.subtypeOf(CACHE);

  @Override
  public String id() {
    return "jcache";
  }

  @Override
  public String supports() {
    return "implementations of JCache 1.0 and later";
  }

  @Override
  protected List<CacheReader> readers() {
    return singletonList(
        CacheReader.of("jcache", CACHE).named("getName").covering("?#ehCache")); // Ehcache 3
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(CACHES),
        WeavePoint.in(CACHES)
            .at(MethodMatch.named("get").taking("java.lang.Object"))
            .with(SHARED + "LookUpForOthersAdvice"),
        WeavePoint.in(CACHES)
            .at(MethodMatch.named("getAll").taking("java.util.Set").returning("java.util.Map"))
            .with(SHARED + "GetAllForOthersAdvice"));
  }
}
