// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.demo;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Scrape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** {@code demo-app/run} as a process, and a client of the service it starts. */
final class Demo implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final Process process;
  private final Path output;
  private final int port;
  private final int metricsPort;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private @Nullable String token;

  private Demo(Process process, Path output, int port, int metricsPort) {
    this.process = process;
    this.output = output;
    this.port = port;
    this.metricsPort = metricsPort;
  }

  /** Starts it with these arguments and free ports, from another folder than its own. */
  static Demo start(Path temporary, String... arguments) throws IOException {
    Path script = Repository.root().resolve("demo-app/run");
    for (String jar : List.of("demo-app/target/demo-app.jar", "agent/dist/target/sidelight.jar")) {
      if (!Files.exists(Repository.root().resolve(jar))) {
        throw new AssertionError(jar + " is missing; build it with: " + script + " --rebuild");
      }
    }
    int[] ports = freePorts();
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of("--port", "" + ports[0], "--metrics-port=" + ports[1]));
    command.addAll(List.of(arguments));
    Path output = temporary.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temporary.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", Jdk.current().home().toString());
    builder.environment().put("TMPDIR", temporary.toString());
    return new Demo(builder.start(), output, ports[0], ports[1]);
  }

  private static int[] freePorts() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket first = new ServerSocket(0, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback)) {
      return new int[] {first.getLocalPort(), second.getLocalPort()};
    }
  }

  /** Waits until it has said that it is ready. */
  void awaitReady() {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .failFast("the demo has ended:\n" + output(), () -> !process.isAlive())
        .until(() -> output().contains("demo: ready"));
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The application, its servers, and what they started. */
  List<ProcessHandle> family() {
    return process.descendants().toList();
  }

  /** What {@code /metrics} says. */
  Scrape scrape() {
    return Scrape.parse(text("/metrics"));
  }

  /** What the side port answers on a path. */
  String text(String path) {
    return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metricsPort + path)))
        .body();
  }

  /** Logs in; later requests carry the token, if there was one. Returns the status. */
  int login(String password) {
    return login(password, 3600);
  }

  /** Logs in for a token that is valid for so long. */
  int login(String password, int validSeconds) {
    String body = "{\"user\":\"user-1\",\"password\":\"%s\",\"validSeconds\":%d}";
    token = null; // an expired one would be refused here, too
    HttpResponse<String> answer =
        ask("POST", "/api/auth/login", body.formatted(password, validSeconds));
    if (answer.statusCode() == 200) {
      token = answer.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }
    return answer.statusCode();
  }

  /** Sends a GET with this token instead and returns the status. */
  int getWith(String otherToken, String path) {
    String own = token;
    token = otherToken;
    try {
      return get(path);
    } finally {
      token = own;
    }
  }

  /** The token with a signature that somebody made up. */
  String forgedToken() {
    String own = Objects.requireNonNull(token);
    return own.substring(0, own.lastIndexOf('.') + 1)
        + "Zm9yZ2VkZm9yZ2VkZm9yZ2VkZm9yZ2VkZm9yZ2VkZm8";
  }

  /** Asks for a station's numbers as a partner with this key and returns the status. */
  int askAsPartner(@Nullable String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(application("/api/partner/stations/station-1"));
    if (key != null) {
      request.header("X-API-Key", key);
    }
    return send(request).statusCode();
  }

  /** Sends a request to the application and returns the status. */
  int status(String method, String path, @Nullable String json) {
    return ask(method, path, json).statusCode();
  }

  /** Sends a GET to the application and returns the status. */
  int get(String path) {
    return status("GET", path, null);
  }

  private HttpResponse<String> ask(String method, String path, @Nullable String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(application(path))
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request);
  }

  private URI application(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(15)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(output(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Asks it to end, as a service manager does. */
  void terminate() {
    process.destroy();
  }

  /** Waits for its end and returns the exit code. */
  int waitForExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running:\n" + output());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    List<ProcessHandle> family = family();
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
  }
}
