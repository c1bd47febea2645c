// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sidelight.overhead.jvm.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/**
 * The main class of {@link Load}'s JVM: does what each line of its standard input says until that
 * ends. A thread and a connection for each request that may be under way. Any answer but 200 ends
 * it with an error.
 */
final class Generator {

  private static final long LONGEST_LATENCY = TimeUnit.MINUTES.toNanos(1);

  private Generator() {}

  public static void main(String[] args) throws Exception {
    @Nullable RedisServer redis = null;
    try {
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
          case "redis" -> {
            redis = startRedis();
            System.out.println("redis " + redis.ports().get(0));
          }
          case "closed" -> System.out.println("closed " + closed(words));
          case "rate" -> System.out.println("rate " + rate(words));
          default -> throw new IllegalArgumentException(line);
        }
      }
    } finally {
      if (redis != null) {
        redis.stop();
      }
    }
  }

  /** Keeps nothing: writing to a disk would disturb. */
  private static RedisServer startRedis() throws IOException {
    RedisServer redis =
        RedisServer.newRedisServer()
            .port(ChildJvm.freePort())
            .bind("127.0.0.1")
            .setting("save \"\"")
            .build();
    redis.start();
    return redis;
  }

  private static String closed(String[] words) throws Exception {
    long began = System.nanoTime();
    long end = began + seconds(words);
    Histogram all =
        onEachConnection(
            words,
            (connection, number, latencies) -> {
              for (long now = System.nanoTime(); now < end; ) {
                connection.exchange();
                long after = System.nanoTime();
                latencies.recordValue(after - now);
                now = after;
              }
            });
    return all.getTotalCount() + " " + (System.nanoTime() - began);
  }

  private static String rate(String[] words) throws Exception {
    long interval = TimeUnit.SECONDS.toNanos(1) / Long.parseLong(words[5]);
    long connections = Long.parseLong(words[3]);
    long began = System.nanoTime();
    long end = began + seconds(words);
    Histogram all =
        onEachConnection(
            words,
            (connection, number, latencies) -> {
              for (long due = began + number * interval; due < end; due += connections * interval) {
                for (long wait = due - System.nanoTime(); wait > 0; ) {
                  LockSupport.parkNanos(wait);
                  wait = due - System.nanoTime();
                }
                connection.exchange();
                latencies.recordValue(System.nanoTime() - due);
              }
            });
    return all.getTotalCount()
        + " "
        + all.getValueAtPercentile(50)
        + " "
        + all.getValueAtPercentile(99);
  }

  private static long seconds(String[] words) {
    return TimeUnit.SECONDS.toNanos(Long.parseLong(words[4]));
  }

  /** What a thread does with its connection. */
  private interface Work {
    void run(Connection connection, int number, Histogram latencies) throws IOException;
  }

  private static Histogram onEachConnection(String[] words, Work work)
      throws InterruptedException, ExecutionException {
    int port = Integer.parseInt(words[1]);
    int connections = Integer.parseInt(words[3]);
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Future<Histogram>> parts = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int number = i;
        parts.add(threads.submit(() -> onConnection(port, words[2], number, work)));
      }
      Histogram all = new Histogram(LONGEST_LATENCY, 3);
      for (Future<Histogram> part : parts) {
        all.add(part.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Histogram onConnection(int port, String path, int number, Work work) {
    Histogram latencies = new Histogram(LONGEST_LATENCY, 3);
    try (Connection connection = Connection.open(port, path)) {
      work.run(connection, number, latencies);
      return latencies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
