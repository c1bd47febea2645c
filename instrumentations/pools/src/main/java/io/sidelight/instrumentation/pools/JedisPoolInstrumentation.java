// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * Pools of Jedis, those of its pooled and cluster clients too. Since 4.0 a pool is a pool of
 * Commons Pool, which tells what it holds; before, it has one.
 */
public final class JedisPoolInstrumentation extends PoolLibrary {

  private static final String SINCE_3 = "redis.clients.jedis.util.Pool";

  private static final String[] RETURN = {
    "returnResource", "returnBrokenResource", "returnResourceObject", "returnBrokenResourceObject"
  };

  private static final TypeMatch POOL = TypeMatch.named(SINCE_3, "redis.clients.util.Pool");

  @Override
  public String id() {
    return "jedis-pool";
  }

  @Override
  public String supports() {
    return "pools of Jedis 2.9 and later";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(POOL),
        WeavePoint.in(POOL)
            .at(MethodMatch.named("initPool")) // until 3.x
            .with(ADVICE + "OpenObjectsAdvice"),
        acquire(POOL, MethodMatch.named("getResource").taking()),
        WeavePoint.in(POOL).at(MethodMatch.named(RETURN)).with(ADVICE + "ReturnToAdvice"),
        close(POOL, MethodMatch.named("destroy").taking()));
  }

  @Override
  PoolReader reader() {
    return new PoolReader("JedisPool", SINCE_3, "org.apache.commons.pool2.impl.GenericObjectPool")
        .with(PoolValue.ACTIVE, "getNumActive")
        .with(PoolValue.IDLE, "getNumIdle")
        .with(PoolValue.MAX, "getMaxTotal")
        .with(PoolValue.PENDING, "getNumWaiters")
        .timesOut("java.util.NoSuchElementException", "Timeout waiting")
        .under(PoolMetrics.REDIS)
        .asked(new JedisQuestion());
  }
}
