// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.health;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.sidelight.it.apps.plain.Scenarios;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** A program with a client of Redis. */
public final class RedisMain {

  private final int port;
  private final Deque<JedisPool> pools = new ArrayDeque<>();
  private final Deque<RedisClient> clients = new ArrayDeque<>();
  private final Deque<StatefulRedisConnection<String, String>> connections = new ArrayDeque<>();

  private RedisMain(int port) {
    this.port = port;
  }

  /** Takes the server's port. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    Scenarios.run(new RedisMain(Integer.parseInt(args[0])));
  }

  /** Jedis. */
  public void openJedis() {
    pools.push(new JedisPool("127.0.0.1", port));
    useJedis();
  }

  /** One command. */
  public void useJedis() {
    try (Jedis jedis = pools.element().getResource()) {
      jedis.set("greeting", "hello");
    }
  }

  /** Jedis no more. */
  public void closeJedis() {
    pools.pop().close();
  }

  /** Lettuce. */
  public void openLettuce() {
    RedisClient client = RedisClient.create();
    clients.push(client);
    RedisURI uri = RedisURI.create("127.0.0.1", port);
    uri.setTimeout(Duration.ofSeconds(5));
    connections.push(client.connect(uri));
    useLettuce();
  }

  /** One command. */
  public void useLettuce() {
    connections.element().sync().set("greeting", "hello");
  }

  /** A transaction, of which nobody may become a part. */
  public void beginTransaction() {
    connections.element().sync().multi();
  }

  /** Its end. */
  public void endTransaction() {
    System.out.println("replies " + connections.element().sync().exec().size());
  }

  /** Lettuce no more. */
  public void closeLettuce() {
    clients.pop().shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }
}
