// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import com.alibaba.druid.pool.DruidDataSource;
import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.p6spy.engine.spy.P6DataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.sidelight.it.apps.jdbc.Pool.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import oracle.ucp.UniversalConnectionPoolException;
import oracle.ucp.admin.UniversalConnectionPoolManagerImpl;
import oracle.ucp.jdbc.PoolDataSource;
import oracle.ucp.jdbc.PoolDataSourceFactory;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.vibur.dbcp.ViburDBCPDataSource;

/** The same database behind different pools. */
final class Pools {

  private final String url;
  private final String user;
  private final String password;

  Pools(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** A small pool. */
  Pool open(String kind) throws Exception {
    return open(kind, Limits.SMALL);
  }

  /** A pool with these limits, as far as the kind has any. */
  Pool open(String kind, Limits limits) throws Exception {
    return switch (kind) {
      case "bare" -> new Pool(new Unpooled(url, user, password), () -> {});
      case "hikaricp" -> hikari(limits);
      case "dbcp2" -> dbcp(limits, false);
      case "dbcpcached" -> dbcp(limits, true);
      case "tomcat-jdbc" -> tomcat(limits, true);
      case "tomcatplain" -> tomcat(limits, false);
      case "c3p0" -> c3p0(limits);
      case "druid" -> druid(limits);
      case "agroal" -> agroal(limits);
      case "ucp" -> ucp(limits);
      case "vibur" -> vibur(limits);
      case "p6spy" -> p6spy(limits);
      case "lazy" -> wrapped(hikari(limits), LazyConnectionDataSourceProxy::new);
      case "ironjacamar" -> IronJacamar.open(driver(), url, user, password);
      case "routing" -> wrapped(hikari(limits), Pools::routing);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** Puts a data source before another. */
  private interface Wrapper {
    DataSource around(DataSource target);
  }

  private static Pool wrapped(Pool pool, Wrapper wrapper) {
    return new Pool(wrapper.around(pool.source()), pool.closer());
  }

  /** Its log would otherwise lie where the tests run. */
  private Pool p6spy(Limits limits) throws IOException {
    Path log = Files.createTempFile("spy", ".log");
    log.toFile().deleteOnExit();
    System.setProperty("p6spy.config.logfile", log.toString());
    return wrapped(hikari(limits), P6DataSource::new);
  }

  private static DataSource routing(DataSource target) {
    AbstractRoutingDataSource source =
        new AbstractRoutingDataSource() {
          @Override
          protected Object determineCurrentLookupKey() {
            return "here";
          }
        };
    source.setTargetDataSources(Map.of("here", target));
    source.afterPropertiesSet();
    return source;
  }

  private Pool hikari(Limits limits) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    if (limits.isNamed()) {
      config.setPoolName(limits.name());
    }
    config.setMaximumPoolSize(limits.max());
    config.setMinimumIdle(limits.min());
    config.setConnectionTimeout(limits.waitMillis());
    HikariDataSource source = new HikariDataSource(config);
    return new Pool(source, source::close);
  }

  private Pool dbcp(Limits limits, boolean pooledStatements) {
    BasicDataSource source = new BasicDataSource();
    source.setUrl(url);
    source.setUsername(user);
    source.setPassword(password);
    source.setPoolPreparedStatements(pooledStatements);
    source.setMaxTotal(limits.max());
    source.setMinIdle(limits.min());
    source.setMaxWaitMillis(limits.waitMillis());
    return new Pool(source, source::close);
  }

  private Pool tomcat(Limits limits, boolean facade) {
    PoolProperties properties = new PoolProperties();
    properties.setUrl(url);
    properties.setUsername(user);
    properties.setPassword(password);
    if (limits.isNamed()) {
      properties.setName(limits.name());
    }
    properties.setInitialSize(limits.min());
    properties.setMinIdle(limits.min());
    properties.setMaxActive(limits.max());
    properties.setMaxWait(limits.waitMillis());
    properties.setUseStatementFacade(facade);
    org.apache.tomcat.jdbc.pool.DataSource source =
        new org.apache.tomcat.jdbc.pool.DataSource(properties);
    return new Pool(source, () -> source.close(true));
  }

  private Pool c3p0(Limits limits) {
    ComboPooledDataSource source = new ComboPooledDataSource();
    source.setJdbcUrl(url);
    source.setUser(user);
    source.setPassword(password);
    if (limits.isNamed()) {
      source.setDataSourceName(limits.name());
    }
    source.setInitialPoolSize(limits.min());
    source.setMinPoolSize(limits.min());
    source.setMaxPoolSize(limits.max());
    source.setAcquireIncrement(1);
    source.setCheckoutTimeout(limits.waitMillis());
    return new Pool(source, source::close);
  }

  private Pool druid(Limits limits) {
    DruidDataSource source = new DruidDataSource();
    source.setUrl(url);
    source.setUsername(user);
    source.setPassword(password);
    if (limits.isNamed()) {
      source.setName(limits.name());
    }
    source.setTestWhileIdle(false);
    source.setInitialSize(limits.min());
    source.setMinIdle(limits.min());
    source.setMaxActive(limits.max());
    source.setMaxWait(limits.waitMillis());
    return new Pool(source, source::close);
  }

  private Pool agroal(Limits limits) throws Exception {
    AgroalDataSourceConfigurationSupplier configuration =
        new AgroalDataSourceConfigurationSupplier();
    configuration
        .connectionPoolConfiguration()
        .initialSize(limits.min())
        .minSize(limits.min())
        .maxSize(limits.max())
        .acquisitionTimeout(Duration.ofMillis(limits.waitMillis()))
        .connectionFactoryConfiguration()
        .jdbcUrl(url)
        .jdbcTransactionIsolation(TransactionIsolation.READ_COMMITTED)
        .principal(new NamePrincipal(user))
        .credential(new SimplePassword(password));
    AgroalDataSource source = AgroalDataSource.from(configuration);
    return new Pool(source, source::close);
  }

  private Pool ucp(Limits limits) throws Exception {
    PoolDataSource source = PoolDataSourceFactory.getPoolDataSource();
    source.setConnectionFactoryClassName(driver());
    source.setURL(url);
    source.setUser(user);
    source.setPassword(password);
    if (limits.isNamed()) {
      source.setConnectionPoolName(limits.name());
    }
    source.setInitialPoolSize(limits.min());
    source.setMinPoolSize(limits.min());
    source.setMaxPoolSize(limits.max());
    source.setConnectionWaitTimeout(limits.waitMillis() / 1000);
    return new Pool(
        source,
        () -> {
          try {
            UniversalConnectionPoolManagerImpl.getUniversalConnectionPoolManager()
                .destroyConnectionPool(source.getConnectionPoolName());
          } catch (UniversalConnectionPoolException e) {
            throw new SQLException(e);
          }
        });
  }

  private String driver() {
    if (url.startsWith("jdbc:h2:")) {
      return "org.h2.Driver";
    }
    return url.startsWith("jdbc:postgresql:") ? "org.postgresql.Driver" : "org.mariadb.jdbc.Driver";
  }

  private Pool vibur(Limits limits) {
    ViburDBCPDataSource source = new ViburDBCPDataSource();
    source.setJdbcUrl(url);
    source.setUsername(user);
    source.setPassword(password);
    if (limits.isNamed()) {
      source.setName(limits.name());
    }
    source.setPoolInitialSize(limits.min());
    source.setPoolMaxSize(limits.max());
    source.setConnectionTimeoutInMs(limits.waitMillis());
    source.start();
    return new Pool(source, source::terminate);
  }
}
