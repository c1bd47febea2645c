// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * Commons DBCP 2, and the copy of it in Tomcat. Which connection is lent, Commons Pool knows; what
 * it lends to others carries nothing and is not measured.
 */
public final class Dbcp2Instrumentation extends PoolLibrary {

  private static final TypeMatch POOL =
      TypeMatch.named(
          "org.apache.commons.dbcp2.BasicDataSource",
          "org.apache.tomcat.dbcp.dbcp2.BasicDataSource");

  private static final TypeMatch FACTORY =
      TypeMatch.named(
          "org.apache.commons.dbcp2.PoolableConnectionFactory",
          "org.apache.tomcat.dbcp.dbcp2.PoolableConnectionFactory");

  private static final TypeMatch ENTRY =
      TypeMatch.named(
          "org.apache.commons.dbcp2.PoolableConnection",
          "org.apache.tomcat.dbcp.dbcp2.PoolableConnection");

  private static final TypeMatch OBJECTS =
      TypeMatch.named(
          "org.apache.commons.pool2.impl.GenericObjectPool",
          "org.apache.tomcat.dbcp.pool2.impl.GenericObjectPool");

  @Override
  public String id() {
    return "dbcp2";
  }

  @Override
  public String supports() {
    return "Commons DBCP 2.0 and later, also as Tomcat's own";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(POOL),
        WeavePoint.carrier(FACTORY),
        WeavePoint.carrier(ENTRY),
        acquire(POOL, MethodMatch.named("getConnection")),
        open(POOL, MethodMatch.named("createDataSource").taking()),
        WeavePoint.in(POOL)
            .at(MethodMatch.named("createPoolableConnectionFactory"))
            .with(ADVICE + "PartReturnedAdvice"),
        create(FACTORY, MethodMatch.named("makeObject").taking()),
        lendReturned(OBJECTS, MethodMatch.named("borrowObject")),
        takeBackThis(ENTRY, MethodMatch.named("close", "reallyClose").taking()),
        close(POOL, MethodMatch.named("close").taking()));
  }

  @Override
  PoolReader reader() {
    return new PoolReader(
            "BasicDataSource",
            "org.apache.commons.dbcp2.BasicDataSource",
            "org.apache.tomcat.dbcp.dbcp2.BasicDataSource")
        .named("getJmxName")
        .with(PoolValue.ACTIVE, "getNumActive")
        .with(PoolValue.IDLE, "getNumIdle")
        .with(PoolValue.MAX, "getMaxTotal")
        .with(PoolValue.MIN, "getMinIdle")
        .timesOut("java.util.NoSuchElementException", "Timeout waiting");
  }
}
