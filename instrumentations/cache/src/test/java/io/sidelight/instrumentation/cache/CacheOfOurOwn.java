// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.bootstrap.Carrier;
import org.jspecify.annotations.Nullable;

/** A cache that can be asked, and carries, as those of libraries do when they are woven. */
public class CacheOfOurOwn implements Carrier {

  static final CacheReader PLAIN =
      CacheReader.of("plain", CacheOfOurOwn.class.getName()).named("getName").sized("getSize");

  static final CacheReader FRONT =
      CacheReader.of("front", Front.class.getName()).named("getName").inFrontOf("getBehind");

  static final CacheReader COVER =
      CacheReader.of("cover", Cover.class.getName())
          .named("getName")
          .covering("getBehind")
          .madeOf("getPart");

  private final String name;
  int size = 1;
  private @Nullable Object state;

  CacheOfOurOwn(String name) {
    this.name = name;
  }

  /** Empty if it has none. */
  public String getName() {
    return name;
  }

  /** How many entries there are. */
  public int getSize() {
    return size;
  }

  @Override
  public @Nullable Object sidelight$state() {
    return state;
  }

  @Override
  public void sidelight$state(@Nullable Object value) {
    state = value;
  }

  /** In front of another. */
  public static final class Front implements Carrier {

    private final String name;
    private final Object behind;
    private @Nullable Object state;

    Front(String name, Object behind) {
      this.name = name;
      this.behind = behind;
    }

    /** Its name. */
    public String getName() {
      return name;
    }

    /** What it stands for. */
    public Object getBehind() {
      return behind;
    }

    @Override
    public @Nullable Object sidelight$state() {
      return state;
    }

    @Override
    public void sidelight$state(@Nullable Object value) {
      state = value;
    }
  }

  /** Counts for another, and has a part that tells of evictions. */
  public static final class Cover extends CacheOfOurOwn {

    private final Object behind;
    private final Object part;

    Cover(String name, Object behind, Object part) {
      super(name);
      this.behind = behind;
      this.part = part;
    }

    /** What it covers. */
    public Object getBehind() {
      return behind;
    }

    /** What it is made of. */
    public Object getPart() {
      return part;
    }
  }
}
