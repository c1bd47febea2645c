// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Pools of Lettuce's connections that wait for one: those it makes of Commons Pool. */
public final class LettucePoolInstrumentation extends PoolLibrary {

  // Anonymous, the same in all versions; tests with the lowest and the latest would tell.
  private static final String NAME = "io.lettuce.core.support.ConnectionPoolSupport$1";

  private static final TypeMatch POOL = TypeMatch.named(NAME);

  private static final TypeMatch OBJECTS =
      TypeMatch.named("org.apache.commons.pool2.impl.GenericObjectPool");

  @Override
  public String id() {
    return "lettuce-pool";
  }

  @Override
  public String supports() {
    return "pools of Lettuce 5.0 and later, as Commons Pool";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(POOL),
        acquire(POOL, MethodMatch.named("borrowObject")),
        close(OBJECTS, MethodMatch.named("close").taking()));
  }

  @Override
  PoolReader reader() {
    return new PoolReader("LettucePool", NAME)
        .with(PoolValue.ACTIVE, "getNumActive")
        .with(PoolValue.IDLE, "getNumIdle")
        .with(PoolValue.MAX, "getMaxTotal")
        .with(PoolValue.PENDING, "getNumWaiters")
        .timesOut("java.util.NoSuchElementException", "Timeout waiting")
        .under(PoolMetrics.REDIS)
        .neverAsked(); // the client is, whose connections it holds
  }
}
