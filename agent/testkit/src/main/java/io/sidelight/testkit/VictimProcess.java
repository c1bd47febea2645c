// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A running victim. Everything that waits is bounded and fails with all that the victim wrote. */
public final class VictimProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final long startNanos = System.nanoTime();
  private final Path portFile;
  private final String description;
  private final boolean mustBeQuiet;
  private final Output stdout;
  private final Output stderr;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  VictimProcess(Process process, Path portFile, String description, boolean mustBeQuiet) {
    this.process = process;
    this.portFile = portFile;
    this.description = description;
    this.mustBeQuiet = mustBeQuiet;
    stdout = new Output(process.getInputStream(), "stdout of " + description);
    stderr = new Output(process.getErrorStream(), "stderr of " + description);
  }

  /** Waits for a line of its standard output that starts so, and returns the whole line. */
  public String awaitLine(String prefix) {
    return await(
            "a line \"" + prefix + "\"",
            () -> stdout.text().lines().filter(line -> line.startsWith(prefix)).findFirst())
        .trim();
  }

  /** As {@link #awaitLine}, but returns what follows the prefix. */
  public String awaitValue(String prefix) {
    return awaitLine(prefix).substring(prefix.length()).trim();
  }

  /** Waits for a line of the agent, or any other, on its standard error that contains that. */
  public String awaitStderr(String part) {
    return await(
        "\"" + part + "\" on stderr",
        () -> stderr.text().lines().filter(line -> line.contains(part)).findFirst());
  }

  /** Writes a line to its standard input. */
  public void send(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port that the agent answers on. */
  public int sidePort() {
    return Integer.parseInt(await("the side port", this::portFileText));
  }

  /** Asks the side port, e.g. for {@code /health}. */
  public Response get(String path) {
    return get(path, "User-Agent", "sidelight-it");
  }

  /**
   * As {@link #get(String)} with more headers.
   *
   * @param headers names and values in turn
   */
  public Response get(String path, String... headers) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sidePort() + path))
            .timeout(Duration.ofSeconds(30))
            .headers(headers)
            .build();
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      return new Response(response.statusCode(), response.body(), response.headers());
    } catch (IOException e) {
      throw new AssertionError(request + " failed" + written(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Scrapes {@code /metrics} once. */
  public Scrape scrape() {
    Response response = get("/metrics");
    if (response.status() != 200) {
      throw new AssertionError("/metrics: " + response.status() + " " + response.body());
    }
    return Scrape.parse(response.body());
  }

  /** Scrapes until the answer is as wanted: for what is counted after the caller got its answer. */
  public Scrape awaitScrape(Predicate<Scrape> wanted) {
    Scrape[] last = new Scrape[1];
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(15))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                last[0] = scrape();
                return wanted.test(last[0]);
              });
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("never scraped as wanted; last:\n" + last[0].text() + written(), e);
    }
    return last[0];
  }

  /** What it has written so far. */
  public String stdout() {
    return stdout.text();
  }

  /** What it has written so far, one character for each byte. */
  public String rawStdout() {
    return new String(stdout.bytes(), ISO_8859_1);
  }

  /** What it has written so far. */
  public String stderr() {
    return stderr.text();
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end and returns the exit code. */
  public int waitForExit() {
    return waitForExit(PATIENCE);
  }

  /** Waits for its end and returns all that is known of it then. */
  public VictimResult result() {
    int exitCode = waitForExit();
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    return new VictimResult(exitCode, rawStdout(), stderr(), took);
  }

  /** As {@link #waitForExit()}, for that long. */
  public int waitForExit(Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("still running after " + patience + written());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    stdout.drain();
    stderr.drain();
    return process.exitValue();
  }

  /** Asks it to end (SIGTERM), ends it after ten seconds, and returns the exit code. */
  public int stop() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return waitForExit();
  }

  /**
   * Ends it, and fails if the agent wrote a problem or a stack trace, or counted an error of its
   * own in the last scrape that was possible.
   */
  @Override
  public void close() {
    try {
      if (mustBeQuiet && process.isAlive() && portFileText().isPresent()) {
        checkCounters(scrape());
      }
    } finally {
      process.destroyForcibly();
      waitForExit();
      deletePortFile();
    }
    String complaints = mustBeQuiet ? AgentOutput.complaints(stderr()) : "";
    if (!complaints.isEmpty()) {
      throw new AssertionError("the agent complains: " + complaints + written());
    }
  }

  private void checkCounters(Scrape scrape) {
    String told =
        scrape.samples().stream()
            .filter(sample -> sample.value() != 0 && isProblem(sample))
            .map(Scrape.Sample::line)
            .collect(Collectors.joining("\n"));
    if (!told.isEmpty()) {
      throw new AssertionError("the agent counted problems of its own:\n" + told + written());
    }
  }

  private static boolean isProblem(Scrape.Sample sample) {
    return switch (sample.name()) {
      case "sidelight_advice_errors_total", "sidelight_transform_errors_total" -> true;
      case "sidelight_log_messages_total" ->
          List.of("error", "warn").contains(sample.labels().get("level"));
      default -> false;
    };
  }

  private Optional<String> portFileText() {
    try {
      return Files.exists(portFile)
          ? Optional.of(Files.readString(portFile).trim()).filter(text -> !text.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deletePortFile() {
    try {
      Files.deleteIfExists(portFile);
      Files.deleteIfExists(portFile.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String await(String what, Supplier<Optional<String>> source) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      boolean alive = process.isAlive();
      if (!alive) {
        waitForExit();
      }
      Optional<String> found = source.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (!alive || System.nanoTime() > deadline) {
        throw new AssertionError("no " + what + (alive ? "" : ", it has ended") + written());
      }
      pause();
    }
  }

  /** Until the next look; ends early when the process does. */
  private void pause() {
    try {
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        stdout.drain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private String written() {
    String end = process.isAlive() ? "running" : "exit code " + process.exitValue();
    return "\n"
        + description
        + ", "
        + end
        + "\n--- stdout\n"
        + stdout()
        + "\n--- stderr\n"
        + stderr()
        + "\n---";
  }
}
