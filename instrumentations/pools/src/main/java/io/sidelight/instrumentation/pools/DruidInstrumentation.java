// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Alibaba Druid. */
public final class DruidInstrumentation extends PoolLibrary {

  private static final TypeMatch POOL = TypeMatch.named("com.alibaba.druid.pool.DruidDataSource");

  private static final TypeMatch ABSTRACT_POOL =
      TypeMatch.named("com.alibaba.druid.pool.DruidAbstractDataSource");

  private static final TypeMatch ENTRY =
      TypeMatch.named("com.alibaba.druid.pool.DruidConnectionHolder");

  private static final TypeMatch HANDLE =
      TypeMatch.named("com.alibaba.druid.pool.DruidPooledConnection");

  @Override
  public String id() {
    return "druid";
  }

  @Override
  public String supports() {
    return "Druid 1.1 and later";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(POOL),
        WeavePoint.carrier(ENTRY),
        open(POOL, MethodMatch.named("init").taking()),
        acquire(POOL, MethodMatch.named("getConnection").taking("long")),
        // Called once for each time that it is lent.
        lendThis(ENTRY, MethodMatch.named("incrementUseCount").taking()),
        WeavePoint.in(HANDLE)
            .at(MethodMatch.named("recycle").taking())
            .with(ADVICE + "TakeBackHolderAdvice"),
        create(ABSTRACT_POOL, MethodMatch.named("createPhysicalConnection").taking()),
        close(POOL, MethodMatch.named("close").taking()));
  }

  @Override
  PoolReader reader() {
    return new PoolReader("DruidDataSource", "com.alibaba.druid.pool.DruidDataSource")
        .named("getName", "DataSource-\\d+")
        .with(PoolValue.ACTIVE, "getActiveCount")
        .with(PoolValue.IDLE, "getPoolingCount")
        .with(PoolValue.PENDING, "getWaitThreadCount")
        .with(PoolValue.MAX, "getMaxActive")
        .with(PoolValue.MIN, "getMinIdle")
        .timesOut("com.alibaba.druid.pool.GetConnectionTimeoutException", "");
  }
}
