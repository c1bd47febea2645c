// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/**
 * A real PostgreSQL and a real Redis, out of Maven artifacts, on free loopback ports. They stop
 * when Spring destroys this bean, after everything that uses them: libraries' own shutdown hooks
 * would stop them under requests that are still being served.
 */
@Component
final class DataServers implements AutoCloseable {

  private final Path directory;
  private final Process redis;
  private final int redisPort;
  private final EmbeddedPostgres postgres;

  DataServers() throws IOException {
    directory = Files.createTempDirectory("demo-app");
    CompletableFuture<EmbeddedPostgres> starting =
        CompletableFuture.supplyAsync(() -> startPostgres(directory));
    redisPort = freePort();
    redis = startRedis(directory, redisPort);
    postgres = starting.join();
    awaitRedis();
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  int redisPort() {
    return redisPort;
  }

  @Override
  public void close() throws IOException {
    redis.destroy();
    postgres.close();
    try {
      if (!redis.waitFor(5, TimeUnit.SECONDS)) {
        redis.destroyForcibly();
      }
    } catch (InterruptedException e) {
      redis.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    FileSystemUtils.deleteRecursively(directory);
  }

  private static EmbeddedPostgres startPostgres(Path directory) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(directory.resolve("postgres"))
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("max_connections", "30")
          .setRegisterShutdownHook(false)
          .setPGStartupWait(Duration.ofSeconds(60))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process startRedis(Path directory, int port) throws IOException {
    File files = Files.createDirectory(directory.resolve("redis")).toFile();
    ProcessBuilder command =
        new ProcessBuilder(
            RedisServer.newRedisServer()
                .executableProvider(ExecutableProvider.newJarResourceProvider(files))
                .port(port)
                .setting("save \"\"")
                .setting("pidfile " + directory.resolve("redis.pid"))
                .buildCommandArgs());
    return command
        .directory(files)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void awaitRedis() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), redisPort), 500);
        return;
      } catch (IOException e) {
        if (!redis.isAlive() || System.nanoTime() > deadline) {
          throw new IOException("Redis did not start on port " + redisPort, e);
        }
        Thread.onSpinWait();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
