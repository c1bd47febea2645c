// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches.spring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.support.AbstractValueAdaptingCache;

/** A cache as an application may write it, which hides what is behind it. */
@SuppressWarnings("NullAway") // as Spring has it, by version
final class Own extends AbstractValueAdaptingCache {

  private final String name;
  private final Cache<Object, Object> hidden = Caffeine.newBuilder().maximumSize(100).build();

  Own(String name) {
    super(false);
    this.name = name;
  }

  @Override
  protected @Nullable Object lookup(Object key) {
    return hidden.getIfPresent(key);
  }

  @Override
  public ValueWrapper get(Object key) {
    return super.get(key);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Object getNativeCache() {
    return this;
  }

  @Override
  public <T> T get(Object key, Callable<T> valueLoader) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void put(Object key, @Nullable Object value) {
    hidden.put(key, toStoreValue(value));
  }

  @Override
  public void evict(Object key) {
    hidden.invalidate(key);
  }

  @Override
  public void clear() {
    hidden.invalidateAll();
  }
}
