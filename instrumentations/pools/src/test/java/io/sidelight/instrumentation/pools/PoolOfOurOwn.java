// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Carrier;
import org.jspecify.annotations.Nullable;

/** A pool that can be asked, and carries, as those of libraries do when they are woven. */
public class PoolOfOurOwn implements Carrier {

  static final PoolReader READER =
      new PoolReader("PoolOfOurOwn", PoolOfOurOwn.class.getName())
          .named("getName", "generated-.*")
          .with(PoolValue.ACTIVE, "getActive")
          .with(PoolValue.IDLE, "getLimits.getIdle")
          .with(PoolValue.MAX, "getMax")
          .with(PoolValue.MIN, "getMin")
          .timesOut("java.lang.IllegalStateException", "too late");

  /** What {@link #READER} asks for a part of it. */
  public interface Limits {
    /** Connections that nobody uses. */
    int getIdle();
  }

  String name;
  int active;
  private @Nullable Object state;

  PoolOfOurOwn(String name, int active) {
    this.name = name;
    this.active = active;
  }

  /** Its name. */
  public String getName() {
    return name;
  }

  /** Connections that are used. */
  public int getActive() {
    return active;
  }

  /** Of a class that nobody can see. */
  public Limits getLimits() {
    return new Hidden();
  }

  /** Fails, as a pool may that closes at this moment. */
  public int getMax() {
    throw new IllegalStateException("closed");
  }

  @Override
  public @Nullable Object sidelight$state() {
    return state;
  }

  @Override
  public void sidelight$state(@Nullable Object value) {
    state = value;
  }

  private static final class Hidden implements Limits {
    @Override
    public int getIdle() {
      return 7;
    }
  }
}
