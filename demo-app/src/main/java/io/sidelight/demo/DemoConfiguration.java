// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo;

import com.zaxxer.hikari.HikariDataSource;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPooled;

/** The clients of the data servers, and the pool for work beside the request threads. */
@Configuration(proxyBeanMethods = false)
@EnableCaching
@EnableScheduling
class DemoConfiguration {

  @Bean
  HikariDataSource dataSource(DataServers servers) {
    HikariDataSource dataSource = new HikariDataSource();
    dataSource.setPoolName("demo-postgres");
    dataSource.setJdbcUrl(servers.jdbcUrl());
    dataSource.setUsername("postgres");
    dataSource.setMaximumPoolSize(10);
    dataSource.setMinimumIdle(2);
    return dataSource;
  }

  @Bean
  JedisPooled jedis(DataServers servers) {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(8);
    return new JedisPooled(pool, new HostAndPort("127.0.0.1", servers.redisPort()), client());
  }

  private static redis.clients.jedis.JedisClientConfig client() {
    return redis.clients.jedis.DefaultJedisClientConfig.builder().timeoutMillis(2000).build();
  }

  @Bean(destroyMethod = "shutdown")
  RedisClient lettuce(DataServers servers) {
    return RedisClient.create(RedisURI.create("127.0.0.1", servers.redisPort()));
  }

  @Bean
  StatefulRedisConnection<String, String> lettuceConnection(RedisClient lettuce) {
    return lettuce.connect();
  }

  @Bean(destroyMethod = "shutdown")
  ExecutorService workers() {
    return Executors.newFixedThreadPool(4, new CustomizableThreadFactory("worker-"));
  }
}
