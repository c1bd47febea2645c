// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.redisson;

import io.sidelight.it.apps.plain.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.redisson.Redisson;
import org.redisson.api.RBatch;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** What applications do with Redisson. */
public final class Main {

  private final RedissonClient client;
  private final RedissonClient stub;
  private final String stubAddress;

  private Main(String redis, String stub) {
    this.client = client(redis);
    this.stub = client(stub);
    this.stubAddress = stub;
  }

  /** Takes the addresses of a real and of a fake Redis. */
  public static void main(String[] args) throws Exception {
    Scenarios.run(new Main(args[0], args[1]));
    System.exit(0); // Redisson's threads would take their time
  }

  private static RedissonClient client(String address) {
    Config config = new Config();
    config.setCodec(StringCodec.INSTANCE);
    config
        .useSingleServer()
        .setAddress(address)
        .setConnectionMinimumIdleSize(1)
        .setTimeout(500)
        .setRetryAttempts(0);
    return Redisson.create(config);
  }

  /** Plain calls; INCR fails. */
  public void commands() {
    RBucket<String> bucket = client.getBucket("key");
    bucket.set("value");
    for (int i = 0; i < 3; i++) {
      bucket.get();
    }
    fails(() -> client.getAtomicLong("key").incrementAndGet());
    bucket.delete();
  }

  /** Futures. */
  public void async() throws Exception {
    RBucket<String> bucket = client.getBucket("key");
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      futures.add(bucket.getAsync());
    }
    for (Future<?> future : futures) {
      future.get();
    }
  }

  /** Commands that are sent together; what {@code execute} returns depends on the version. */
  public void batch() throws Exception {
    RBatch batch = client.createBatch();
    List<Future<?>> futures = new ArrayList<>();
    futures.add(batch.getBucket("key").setAsync("value"));
    futures.add(batch.getBucket("key").getAsync());
    futures.add(batch.getBucket("key").getAsync());
    RBatch.class.getMethod("execute").invoke(batch);
    for (Future<?> future : futures) {
      future.get();
    }
  }

  /** A reply that does not come in time. */
  public void never() {
    RedissonClient waiting = client(stubAddress); // whose connection is no use afterwards
    fails(() -> waiting.getBucket("never").get());
    waiting.shutdown();
  }

  /** A reply that takes 100 ms. */
  public void slow() {
    stub.getBucket("slow").get();
  }

  /** A server whose memory is full, and one that wants a password. */
  public void refusals() {
    fails(() -> stub.getBucket("noauth").get());
    fails(() -> stub.getBucket("oom").set("value"));
  }

  private static void fails(Runnable call) {
    try {
      call.run();
    } catch (RedisException expected) {
      return;
    }
    throw new AssertionError("did not fail");
  }
}
