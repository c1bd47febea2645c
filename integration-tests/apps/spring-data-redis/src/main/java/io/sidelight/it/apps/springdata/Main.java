// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.springdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sidelight.it.apps.plain.Scenarios;
import java.util.Objects;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.cache.Cache;
import org.springframework.context.Lifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What applications do with Spring Data Redis, over each of its drivers. */
public final class Main {

  private final RedisStandaloneConfiguration redis;

  private Main(int port) {
    redis = new RedisStandaloneConfiguration("127.0.0.1", port);
  }

  /** Takes the port of a Redis. */
  public static void main(String[] args) throws Exception {
    Scenarios.run(new Main(Integer.parseInt(args[0])));
    System.exit(0); // Lettuce's threads would take their time
  }

  /** Over Jedis, with its pool. */
  public void jedis() throws Exception {
    use(new JedisConnectionFactory(redis));
  }

  /** Over Lettuce. */
  public void lettuce() throws Exception {
    use(new LettuceConnectionFactory(redis));
  }

  /** Spring's cache, over Jedis. */
  public void jedisCache() throws Exception {
    cache(new JedisConnectionFactory(redis));
  }

  /** Spring's cache, over Lettuce. */
  public void lettuceCache() throws Exception {
    cache(new LettuceConnectionFactory(redis));
  }

  /** Later versions let caches write without waiting. To ask for a length is no look-up. */
  private static void awaitValue(StringRedisTemplate direct, boolean there) {
    for (int attempt = 0; attempt < 100_000; attempt++) {
      Long length = direct.opsForValue().size("books::1");
      if (there == (length != null && length > 0)) {
        return;
      }
    }
    throw new IllegalStateException("the cache has not written");
  }

  private static void cache(RedisConnectionFactory factory) throws Exception {
    start(factory);
    try {
      RedisCacheManager caches = RedisCacheManager.create(factory);
      caches.afterPropertiesSet();
      Cache books = Objects.requireNonNull(caches.getCache("books"));
      StringRedisTemplate direct = new StringRedisTemplate(factory);
      books.evict("1");
      awaitValue(direct, false);
      books.get("1");
      books.put("1", "Emma");
      awaitValue(direct, true);
      books.get("1");
      books.get("1", String.class);
      direct.opsForValue().get("books::1");
    } finally {
      ((DisposableBean) factory).destroy();
    }
  }

  private static void start(RedisConnectionFactory factory) throws Exception {
    ((InitializingBean) factory).afterPropertiesSet();
    if (factory instanceof Lifecycle lifecycle) { // since 3.2
      lifecycle.start();
    }
  }

  private static void use(RedisConnectionFactory factory) throws Exception {
    start(factory);
    try {
      StringRedisTemplate template = new StringRedisTemplate(factory);
      template.opsForValue().set("key", "value");
      for (int i = 0; i < 3; i++) {
        template.opsForValue().get("key");
      }
      try {
        template.opsForValue().increment("key", 1);
        throw new AssertionError("did not fail");
      } catch (DataAccessException expected) {
        // The value is no number.
      }
      template.executePipelined(
          (RedisCallback<Object>)
              connection -> {
                connection.stringCommands().get("key".getBytes(UTF_8));
                connection.stringCommands().get("key".getBytes(UTF_8));
                return null;
              });
      template.delete("key");
    } finally {
      ((DisposableBean) factory).destroy();
    }
  }
}
