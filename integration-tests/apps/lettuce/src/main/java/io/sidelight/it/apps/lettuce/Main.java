// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.lettuce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TransactionResult;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.support.ConnectionPoolSupport;
import io.sidelight.it.apps.plain.Forwarder;
import io.sidelight.it.apps.plain.Scenarios;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import reactor.core.publisher.Flux;

/** What applications do with Lettuce. */
public final class Main {

  private static final String HOST = "127.0.0.1";

  private final RedisClient client = RedisClient.create();
  private final RedisURI redis;
  private final RedisURI stub;
  private final List<StatefulRedisConnection<String, String>> borrowed = new ArrayList<>();
  private final Deque<GenericObjectPool<StatefulRedisConnection<String, String>>> pools =
      new ArrayDeque<>();
  private final Deque<Forwarder> forwarders = new ArrayDeque<>();
  private final Deque<StatefulRedisConnection<String, String>> lost = new ArrayDeque<>();

  private Main(int redis, int stub) {
    this.redis = RedisURI.create(HOST, redis);
    this.stub = RedisURI.create(HOST, stub);
  }

  /** Takes the ports of a real and of a fake Redis. */
  public static void main(String[] args) throws Exception {
    Scenarios.run(new Main(Integer.parseInt(args[0]), Integer.parseInt(args[1])));
    System.exit(0); // Lettuce's threads would take their time
  }

  /** Plain calls; INCR fails. */
  public void commands() {
    try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
      RedisCommands<String, String> commands = connection.sync();
      commands.set("key", "value");
      for (int i = 0; i < 3; i++) {
        commands.get("key");
      }
      fails(() -> commands.incr("key"));
      commands.del("key");
    }
  }

  /** A command that Redis does not know. */
  public void unknown() {
    try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
      fails(
          () ->
              connection
                  .sync()
                  .dispatch(
                      new Keyword("canary"),
                      new StatusOutput<>(StringCodec.UTF8),
                      new CommandArgs<>(StringCodec.UTF8).add("secret-canary")));
    }
  }

  /** Futures, a callback that takes its time, a future that was cancelled. */
  public void async() throws Exception {
    try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
      RedisAsyncCommands<String, String> commands = connection.async();
      commands.set("key", "value").get();
      List<RedisFuture<String>> futures = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        futures.add(commands.get("key"));
      }
      for (RedisFuture<String> future : futures) {
        future.get();
      }
      commands.incr("key").exceptionally(thrown -> -1L).toCompletableFuture().get();
    }
    try (StatefulRedisConnection<String, String> connection = client.connect(stub)) {
      Future<String> cancelled = connection.async().get("never");
      cancelled.cancel(true);
    }
  }

  /** Streams, one of which is subscribed twice. */
  public void reactive() {
    try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
      Flux<String> gets =
          connection.reactive().set("key", "value").thenMany(connection.reactive().get("key"));
      gets.blockLast();
      gets.blockLast();
      fails(() -> connection.reactive().incr("key").block());
    }
  }

  /** One connection, many threads. */
  public void threads() throws Exception {
    try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
      List<Thread> threads = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        threads.add(
            new Thread(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    connection.sync().lpush("list", "value");
                  }
                }));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  /** Commands that are flushed together. */
  public void pipeline() throws Exception {
    try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
      connection.setAutoFlushCommands(false);
      RedisAsyncCommands<String, String> commands = connection.async();
      List<RedisFuture<?>> futures = new ArrayList<>();
      futures.add(commands.set("key", "value"));
      futures.add(commands.get("key"));
      futures.add(commands.incr("key"));
      futures.add(commands.get("key"));
      connection.flushCommands();
      for (RedisFuture<?> future : futures) {
        future.await(10, TimeUnit.SECONDS);
      }
    }
  }

  /** Queued commands of which one fails when Redis executes it. */
  public void transaction() {
    try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
      RedisCommands<String, String> commands = connection.sync();
      commands.multi();
      commands.set("key", "value");
      commands.incr("key");
      TransactionResult result = commands.exec();
      if (result.size() != 2) {
        throw new AssertionError(result);
      }
    }
  }

  /** Reads by keys; one fails, one finds a list of two of which one is there, and so on. */
  public void reads() {
    try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
      RedisCommands<String, String> commands = connection.sync();
      commands.set("text:1", "value");
      commands.hset("hash:1", "field", "value");
      commands.get("text:1");
      commands.get("text:2");
      getEx(commands, "text:1");
      getEx(commands, "text:2");
      commands.hget("hash:1", "field");
      commands.hget("hash:2", "field");
      commands.hmget("hash:1", "field", "none", "neither");
      commands.mget("text:1", "text:2", "more:1");
      commands.exists("text:1");
      commands.exists("text:1", "text:2", "text:3");
      fails(() -> commands.get("hash:1"));
    }
  }

  /** Before Lettuce 6.1 there is no method for it. */
  private static void getEx(RedisCommands<String, String> commands, String key) {
    commands.dispatch(
        new Keyword("GETEX"),
        new ValueOutput<>(StringCodec.UTF8),
        new CommandArgs<>(StringCodec.UTF8).addKey(key));
  }

  /** Keys that must not become names. */
  public void unnamed() {
    try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
      RedisCommands<String, String> commands = connection.sync();
      commands.get("canary");
      commands.get("4711:canary");
      commands.get("joe@canary.org:1");
      commands.get("eyJjYW5hcnkiOjF9.canary1234567890:1");
      commands.get("canary-".repeat(100_000) + ":1");
      commands.get("\u5c71canary:1");
      commands.get("");
      commands.get("{tag:1}:2");
    }
  }

  /** Reads whose replies come later, and some whose replies tell nothing. */
  public void laterReads() throws Exception {
    try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
      connection.setAutoFlushCommands(false);
      RedisAsyncCommands<String, String> commands = connection.async();
      List<RedisFuture<?>> futures = new ArrayList<>();
      futures.add(commands.set("text:1", "value"));
      for (int i = 0; i < 20; i++) {
        futures.add(commands.get("text:1"));
        futures.add(commands.mget("text:1", "text:2"));
      }
      connection.flushCommands();
      for (RedisFuture<?> future : futures) {
        future.get(10, TimeUnit.SECONDS);
      }
      connection.setAutoFlushCommands(true);
      connection.sync().multi();
      connection.sync().get("text:1");
      connection.sync().get("text:2");
      connection.sync().exec();
      connection.sync().get("text:2");
    }
  }

  /** Reads that tell of values one by one, as they come. */
  public void reactiveReads() {
    try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
      connection.sync().set("text:1", "value");
      connection.reactive().get("text:1").block();
      connection.reactive().get("text:2").block();
      connection.reactive().mget("text:1", "text:2", "more:1").blockLast();
      connection.reactive().exists("text:1").block();
    }
  }

  /** A subscription that ends with its first message. */
  public void subscription() throws Exception {
    CountDownLatch received = new CountDownLatch(1);
    try (StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub(redis)) {
      connection.addListener(
          new RedisPubSubAdapter<String, String>() {
            @Override
            public void message(String channel, String message) {
              received.countDown();
            }
          });
      connection.sync().subscribe("channel");
      try (StatefulRedisConnection<String, String> other = client.connect(redis)) {
        other.sync().publish("channel", "message");
      }
      if (!received.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("no message");
      }
      connection.sync().unsubscribe("channel");
    }
  }

  /** A reply that takes 100 ms. */
  public void slow() {
    try (StatefulRedisConnection<String, String> connection = client.connect(stub)) {
      connection.sync().get("slow");
    }
  }

  /** A reply that does not come in time. */
  public void never() {
    try (StatefulRedisConnection<String, String> connection = client.connect(stub)) {
      connection.setTimeout(Duration.ofMillis(200));
      fails(() -> connection.sync().get("never"));
    }
  }

  /** A server that wants a password, and one whose memory is full. */
  public void refusals() {
    try (StatefulRedisConnection<String, String> connection = client.connect(stub)) {
      fails(() -> connection.sync().get("noauth"));
      fails(() -> connection.sync().set("oom", "value"));
    }
  }

  /** A command whose connection is lost is sent again; the client gives up when it is closed. */
  public void drop() throws Exception {
    StatefulRedisConnection<String, String> connection = client.connect(stub);
    RedisFuture<String> dropped = connection.async().get("drop");
    connection.async().get("key").await(1, TimeUnit.SECONDS);
    connection.close();
    try {
      dropped.get(10, TimeUnit.SECONDS);
      throw new AssertionError("was answered");
    } catch (CancellationException | ExecutionException expected) {
      // As it should be.
    }
  }

  /** A command on a closed connection. */
  public void refused() {
    StatefulRedisConnection<String, String> connection = client.connect(redis);
    connection.close();
    fails(() -> connection.sync().get("key"));
  }

  /** A cluster client that is sent to another node for each command, and one that is not. */
  public void moved() throws Exception {
    RedisClusterClient cluster = RedisClusterClient.create(stub);
    try (StatefulRedisClusterConnection<String, String> connection = cluster.connect()) {
      connection.sync().get("moved");
      connection.sync().get("moved");
      connection.sync().get("key");
      fails(() -> connection.sync().get("error"));
    } finally {
      cluster.shutdown(0, 1, TimeUnit.SECONDS);
    }
    try (StatefulRedisConnection<String, String> connection = client.connect(stub)) {
      fails(() -> connection.sync().set("moved", "value"));
    }
  }

  /** Two of the three connections that a pool may have. */
  public void poolLends() throws Exception {
    GenericObjectPoolConfig config = new GenericObjectPoolConfig();
    config.setMaxTotal(3);
    config.setMaxWaitMillis(200);
    GenericObjectPool<StatefulRedisConnection<String, String>> pool =
        ConnectionPoolSupport.createGenericObjectPool(() -> client.connect(redis), config);
    pools.push(pool);
    borrowed.add(pool.borrowObject());
    borrowed.add(pool.borrowObject());
  }

  /** The third one, and nothing for whoever comes next. */
  public void poolIsExhausted() throws Exception {
    GenericObjectPool<StatefulRedisConnection<String, String>> pool = pools.element();
    borrowed.add(pool.borrowObject());
    try {
      pool.borrowObject();
      throw new AssertionError("did not fail");
    } catch (NoSuchElementException expected) {
      // As it should be.
    }
  }

  /** All of them back. */
  public void poolCloses() {
    borrowed.forEach(StatefulRedisConnection::close);
    borrowed.clear();
    pools.pop().close();
  }

  /** A connection to a server that cannot be reached any more. */
  public void lose() throws IOException {
    Forwarder forwarder = new Forwarder(redis.getPort());
    forwarders.push(forwarder);
    StatefulRedisConnection<String, String> connection =
        client.connect(RedisURI.create(HOST, forwarder.port()));
    lost.push(connection);
    connection.sync().get("key");
    forwarder.close();
  }

  /** The server can be reached again. */
  public void find() throws IOException {
    Forwarder forwarder = forwarders.pop();
    forwarder.reopen();
    StatefulRedisConnection<String, String> connection = lost.pop();
    connection.sync().get("key");
    connection.close();
    forwarder.close();
  }

  private static void fails(Runnable call) {
    try {
      call.run();
    } catch (RedisException expected) {
      return;
    }
    throw new AssertionError("did not fail");
  }

  /** A command that Redis does not know. */
  private static final class Keyword implements ProtocolKeyword {
    private final String name;

    Keyword(String name) {
      this.name = name;
    }

    @Override
    public byte[] getBytes() {
      return name.getBytes(UTF_8);
    }

    @Override
    public String name() {
      return name;
    }
  }
}
