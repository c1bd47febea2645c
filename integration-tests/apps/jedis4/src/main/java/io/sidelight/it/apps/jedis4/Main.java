// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jedis4;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sidelight.it.apps.plain.Forwarder;
import io.sidelight.it.apps.plain.Scenarios;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.GetExParams;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** What applications do with Jedis 4 and later. */
public final class Main {

  private static final String HOST = "127.0.0.1";

  private final int redis;
  private final int stub;
  private final List<Jedis> borrowed = new ArrayList<>();
  private final Deque<JedisPool> pools = new ArrayDeque<>();
  private final Deque<Forwarder> forwarders = new ArrayDeque<>();
  private final Deque<Jedis> lost = new ArrayDeque<>();

  private Main(int redis, int stub) {
    this.redis = redis;
    this.stub = stub;
  }

  /** Takes the ports of a real and of a fake Redis. */
  public static void main(String[] args) throws Exception {
    Scenarios.run(new Main(Integer.parseInt(args[0]), Integer.parseInt(args[1])));
  }

  /** Plain calls; INCR fails. */
  public void commands() {
    try (Jedis jedis = new Jedis(HOST, redis)) {
      jedis.set("key", "value");
      for (int i = 0; i < 3; i++) {
        jedis.get("key");
      }
      fails(() -> jedis.incr("key"));
      jedis.del("key");
    }
  }

  /** A command that Redis does not know. */
  public void unknown() {
    try (Jedis jedis = new Jedis(HOST, redis)) {
      fails(() -> jedis.sendCommand(() -> "canary".getBytes(UTF_8), "secret-canary"));
    }
  }

  /** A password. */
  public void auth() {
    try (Jedis jedis = new Jedis(HOST, redis)) {
      fails(() -> jedis.auth("secret-canary"));
    }
  }

  /** One pool, many threads. */
  public void threads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (JedisPool pool = new JedisPool(HOST, redis)) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        all.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    try (Jedis jedis = pool.getResource()) {
                      jedis.lpush("list", "value");
                    }
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  /** A pipeline with an error in the middle, then a plain call. */
  public void pipeline() {
    try (Jedis jedis = new Jedis(HOST, redis)) {
      Pipeline pipeline = jedis.pipelined();
      pipeline.set("key", "value");
      pipeline.get("key");
      pipeline.incr("key");
      pipeline.get("key");
      pipeline.sync();
      jedis.get("key");
    }
  }

  /** A long pipeline: more than its ring keeps. */
  public void longPipeline() {
    try (Jedis jedis = new Jedis(HOST, redis)) {
      Pipeline pipeline = jedis.pipelined();
      for (int i = 0; i < 70_000; i++) {
        pipeline.get("key");
      }
      pipeline.sync();
      jedis.set("key", "value");
    }
  }

  /** Queued commands of which one fails when Redis executes it. */
  public void transaction() {
    try (Jedis jedis = new Jedis(HOST, redis)) {
      Transaction transaction = jedis.multi();
      transaction.set("key", "value");
      transaction.incr("key");
      transaction.exec();
    }
  }

  /** Reads by keys; one fails, one finds a list of two of which one is there, and so on. */
  public void reads() {
    try (Jedis jedis = new Jedis(HOST, redis)) {
      jedis.set("text:1", "value");
      jedis.hset("hash:1", "field", "value");
      jedis.get("text:1");
      jedis.get("text:2");
      jedis.getEx("text:1", new GetExParams());
      jedis.getEx("text:2", new GetExParams());
      jedis.hget("hash:1", "field");
      jedis.hget("hash:2", "field");
      jedis.hmget("hash:1", "field", "none", "neither");
      jedis.mget("text:1", "text:2", "more:1");
      jedis.exists("text:1");
      jedis.exists("text:1", "text:2", "text:3");
      fails(() -> jedis.get("hash:1"));
    }
  }

  /** Keys that must not become names. */
  public void unnamed() {
    try (Jedis jedis = new Jedis(HOST, redis)) {
      jedis.get("canary");
      jedis.get("4711:canary");
      jedis.get("joe@canary.org:1");
      jedis.get("eyJjYW5hcnkiOjF9.canary1234567890:1");
      jedis.get("canary-".repeat(100_000) + ":1");
      jedis.get("\u5c71canary:1");
      jedis.get("");
      jedis.get("{tag:1}:2");
    }
  }

  /** Reads whose replies come later, and some whose replies tell nothing. */
  public void laterReads() {
    try (Jedis jedis = new Jedis(HOST, redis)) {
      Pipeline pipeline = jedis.pipelined();
      pipeline.set("text:1", "value");
      for (int i = 0; i < 20; i++) {
        pipeline.get("text:1");
        pipeline.mget("text:1", "text:2");
      }
      pipeline.sync();
      Transaction transaction = jedis.multi();
      transaction.get("text:1");
      transaction.get("text:2");
      transaction.exec();
      jedis.get("text:2");
    }
  }

  /** As many prefixes as there may be customers. */
  public void prefixes() {
    try (Jedis jedis = new Jedis(HOST, redis)) {
      for (int i = 0; i < 10_000; i++) {
        StringBuilder prefix = new StringBuilder("p");
        for (int rest = i; rest > 0; rest /= 20) {
          prefix.append((char) ('g' + rest % 20));
        }
        jedis.get(prefix + ":canary");
        jedis.get("x:" + prefix + ":canary");
      }
    }
  }

  /** Reads of the client that borrows connections. */
  public void unifiedReads() {
    try (UnifiedJedis jedis = unified(redis)) {
      jedis.set("text:1", "value");
      jedis.get("text:1");
      jedis.get("text:2");
      jedis.getEx("text:2", new GetExParams());
      jedis.exists("text:1", "text:2");
      jedis.mget("text:1", "more:1");
      jedis.sendCommand(Protocol.Command.GET, "text:1");
      jedis.set("text:1", "value");
    }
  }

  /** A subscription that ends with its first message. */
  public void subscription() throws Exception {
    Thread publisher =
        new Thread(
            () -> {
              try (Jedis jedis = new Jedis(HOST, redis)) {
                jedis.publish("channel", "message");
              }
            });
    try (Jedis jedis = new Jedis(HOST, redis)) {
      jedis.subscribe(new Listener(publisher), "channel");
      publisher.join();
      jedis.get("key");
    }
  }

  /** A reply that takes 100 ms. */
  public void slow() {
    try (Jedis jedis = new Jedis(HOST, stub)) {
      jedis.get("slow");
    }
  }

  /** A reply that does not come in time. */
  public void never() {
    try (Jedis jedis = new Jedis(HOST, stub, 200)) {
      fails(() -> jedis.get("never"));
    }
  }

  /** A server that wants a password, and one whose memory is full. */
  public void refusals() {
    try (Jedis jedis = new Jedis(HOST, stub)) {
      fails(() -> jedis.get("noauth"));
      fails(() -> jedis.set("oom", "value"));
    }
  }

  /** A connection that the server closes instead of answering. */
  public void drop() {
    try (Jedis jedis = new Jedis(HOST, stub)) {
      fails(() -> jedis.get("drop"));
    }
  }

  /** A pipeline whose replies nobody reads. */
  public void abandoned() {
    try (Jedis jedis = new Jedis(HOST, redis)) {
      Pipeline pipeline = jedis.pipelined();
      pipeline.get("key");
      pipeline.get("key");
      jedis.disconnect();
    }
  }

  /** A cluster client that is sent to another node for each command, and one that is not. */
  public void moved() throws Exception {
    try (JedisCluster cluster = new JedisCluster(new HostAndPort(HOST, stub))) {
      cluster.get("moved");
      cluster.get("moved");
      cluster.get("key");
      fails(() -> cluster.get("error"));
    }
    try (Jedis jedis = new Jedis(HOST, stub)) {
      fails(() -> jedis.set("moved", "value"));
    }
  }

  /** One client for many threads; its connections come from a pool. */
  public void unified() throws Exception {
    try (UnifiedJedis jedis = unified(redis)) {
      jedis.set("key", "value");
      jedis.get("key");
      fails(() -> jedis.incr("key"));
      jedis.sendCommand(Protocol.Command.GET, "key");
    }
  }

  /** Redis is down: each attempt of the application fails, before a command was sent. */
  public void down() throws Exception {
    int closed;
    try (ServerSocket free = new ServerSocket(0)) {
      closed = free.getLocalPort();
    }
    try (UnifiedJedis jedis = unified(closed)) {
      fails(() -> jedis.get("key"));
      fails(() -> jedis.get("key"));
    }
  }

  private static UnifiedJedis unified(int port) {
    return new UnifiedJedis(
        new PooledConnectionProvider(new HostAndPort(HOST, port)), 2, Duration.ofSeconds(2));
  }

  /** Two of the three connections that a pool may have. */
  public void poolLends() {
    GenericObjectPoolConfig<Jedis> config = new GenericObjectPoolConfig<>();
    config.setMaxTotal(3);
    config.setMaxWait(Duration.ofMillis(200));
    JedisPool pool = new JedisPool(config, HOST, redis);
    pools.push(pool);
    borrowed.add(pool.getResource());
    borrowed.add(pool.getResource());
  }

  /** The third one, and nothing for whoever comes next. */
  public void poolIsExhausted() {
    JedisPool pool = pools.element();
    borrowed.add(pool.getResource());
    fails(pool::getResource);
  }

  /** All of them back. */
  public void poolCloses() {
    borrowed.forEach(Jedis::close);
    borrowed.clear();
    pools.pop().close();
  }

  /** Connections to a server that cannot be reached any more. */
  public void lose() throws IOException {
    Forwarder forwarder = new Forwarder(redis);
    forwarders.push(forwarder);
    Jedis jedis = new Jedis(HOST, forwarder.port());
    lost.push(jedis);
    jedis.get("key");
    // One more: until 4.0, a connection that was refused once is of no use any more.
    Jedis refused = new Jedis(HOST, forwarder.port());
    refused.get("key");
    forwarder.close();
    jedis.disconnect();
    do {
      refused.disconnect();
    } while (connects(refused));
  }

  /** A server that has just closed its port may still take a connection. */
  private static boolean connects(Jedis jedis) {
    try {
      jedis.connect();
      return true;
    } catch (JedisException expected) {
      return false;
    }
  }

  /** The server can be reached again. */
  public void find() throws IOException {
    Forwarder forwarder = forwarders.pop();
    forwarder.reopen();
    Jedis jedis = lost.pop();
    jedis.get("key");
    jedis.close();
    forwarder.close();
  }

  private static void fails(Runnable call) {
    try {
      call.run();
    } catch (JedisException expected) {
      return;
    }
    throw new AssertionError("did not fail");
  }
}
