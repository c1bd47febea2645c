// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.spi.Getter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How caches of some classes are asked. Built like a sentence and not changed afterwards. Nothing
 * that is asked looks at an entry.
 */
public final class CacheReader {

  private final String type;
  private final List<String> classes = new ArrayList<>();
  private final List<Getter> inner = new ArrayList<>();
  private @Nullable Getter name;
  private @Nullable Getter size;

  private CacheReader(String type) {
    this.type = type;
  }

  /**
   * For caches of these classes, and of those that extend or implement them.
   *
   * @param type the value of the label
   */
  public static CacheReader of(String type, String... classes) {
    CacheReader reader = new CacheReader(type);
    for (String each : classes) {
      reader.classes.add(each);
    }
    return reader;
  }

  /** That getter tells the name; see {@link Getter#Getter(String)}. */
  public CacheReader named(String getter) {
    name = new Getter(getter);
    return this;
  }

  /** That getter tells how many entries there are. */
  public CacheReader sized(String getter) {
    size = new Getter(getter);
    return this;
  }

  /** The first of these getters that leads to a cache which counts tells what is behind this. */
  public CacheReader inFrontOf(String... getters) {
    for (String each : getters) {
      inner.add(new Getter(each));
    }
    return this;
  }

  String type() {
    return type;
  }

  List<Getter> inner() {
    return inner;
  }

  @Nullable Getter size() {
    return size;
  }

  boolean reads(Object cache) {
    for (Class<?> each = cache.getClass(); each != null; each = each.getSuperclass()) {
      if (classes.contains(each.getName()) || implementsAny(each)) {
        return true;
      }
    }
    return false;
  }

  private boolean implementsAny(Class<?> type) {
    for (Class<?> each : type.getInterfaces()) {
      if (classes.contains(each.getName()) || implementsAny(each)) {
        return true;
      }
    }
    return false;
  }

  /** The name that the cache tells; null if it does not. */
  @Nullable String name(Object cache) throws ReflectiveOperationException {
    Object told = name == null ? null : name.read(cache);
    return told instanceof String && !((String) told).isEmpty() ? (String) told : null;
  }
}
