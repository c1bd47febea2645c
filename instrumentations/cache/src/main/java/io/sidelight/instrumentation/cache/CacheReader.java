// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.spi.Getter;
import io.sidelight.spi.ObjectReader;
import java.util.ArrayList;
import java.util.List;

/** How caches of some classes are asked. Nothing that is asked looks at an entry. */
public final class CacheReader extends ObjectReader<CacheReader.Value, CacheReader> {

  /** What a cache may tell. */
  public enum Value {
    /** How many entries there are. */
    SIZE
  }

  private final List<Getter> inner = new ArrayList<>();
  private final List<Getter> covered = new ArrayList<>();
  private final List<Getter> parts = new ArrayList<>();

  private CacheReader(String type, String... classes) {
    super(Value.class, type, classes);
  }

  /**
   * For caches of these classes, and of those that extend or implement them.
   *
   * @param type the value of the label
   */
  public static CacheReader of(String type, String... classes) {
    return new CacheReader(type, classes);
  }

  @Override
  protected CacheReader self() {
    return this;
  }

  /** That getter tells how many entries there are. */
  public CacheReader sized(String getter) {
    return with(Value.SIZE, getter);
  }

  /** The first of these getters that leads to a cache which counts tells what is behind this. */
  public CacheReader inFrontOf(String... getters) {
    for (String each : getters) {
      inner.add(new Getter(each));
    }
    return this;
  }

  /**
   * What these getters lead to does not count while this is asked, but goes on telling size and
   * evictions, by this one's name.
   */
  public CacheReader covering(String... getters) {
    for (String each : getters) {
      covered.add(new Getter(each));
    }
    return this;
  }

  /**
   * What these getters lead to, such as a store, counts as the cache itself, if it can carry; it
   * has a reader of its own.
   */
  public CacheReader madeOf(String... getters) {
    for (String each : getters) {
      parts.add(new Getter(each));
    }
    return this;
  }

  String type() {
    return base();
  }

  List<Getter> inner() {
    return inner;
  }

  List<Getter> covered() {
    return covered;
  }

  List<Getter> parts() {
    return parts;
  }
}
