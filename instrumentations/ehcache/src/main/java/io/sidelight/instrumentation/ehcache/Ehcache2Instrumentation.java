// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.ehcache;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;

import io.sidelight.instrumentation.cache.CacheLibrary;
import io.sidelight.instrumentation.cache.CacheReader;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Ehcache 2. */
public final class Ehcache2Instrumentation extends CacheLibrary {

  private static final String SHARED = "io.sidelight.instrumentation.cache.";
  private static final String EHCACHE = "net.sf.ehcache.";

  private static final TypeMatch CACHE = TypeMatch.named(EHCACHE + "Cache");

  @Override
  public String id() {
    return "ehcache2";
  }

  @Override
  public String supports() {
    return "Ehcache 2.8 and later 2.x";
  }

  @Override
  protected List<CacheReader> readers() {
    return singletonList(
        CacheReader.of("ehcache", EHCACHE + "Cache").named("getName").sized("getSize"));
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(CACHE),
        WeavePoint.in(CACHE)
            .at(MethodMatch.named("initialise").taking())
            .with(SHARED + "OpenAdvice"),
        WeavePoint.in(CACHE)
            .at(MethodMatch.named("get").taking("java.lang.Object"))
            .with(SHARED + "LookUpAdvice"),
        WeavePoint.in(CACHE)
            .at(MethodMatch.named("getAll").taking("java.util.Collection"))
            .with(SHARED + "GetAllWithNullsAdvice"),
        WeavePoint.in(TypeMatch.named(EHCACHE + "event.RegisteredEventListeners"))
            .at(MethodMatch.named("notifyElementEvicted", "notifyElementExpiry"))
            .with("io.sidelight.instrumentation.ehcache.EvictAdvice"));
  }
}
