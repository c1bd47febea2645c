// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.sidelight.core.config.Config;
import io.sidelight.core.config.ConfigLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final FakeClock clock = new FakeClock();
  private final Log log = new Log(out, clock);

  @TempDir private Path folder;

  @Test
  void aMessageIsOneLineWithPrefixAndArea() {
    log.error("agent", "no");
    log.warn("config", "port = 7 – odd");
    log.info("agent", "started");
    log.debug("weave", "not shown");

    assertThat(text())
        .isEqualTo(
            """
            sidelight: agent: no
            sidelight: config: port = 7 – odd
            sidelight: agent: started
            """);
  }

  @Test
  void whateverAMessageHoldsItStaysOneLine() {
    log.info("x", "a\r\nb\tc\u001b[31m\u0000\u2028\uD800 \"q\" \\");

    assertThat(text())
        .isEqualTo("sidelight: x: a\\r\\nb\\u0009c\\u001b[31m\\u0000\\u2028? \"q\" \\\n");
  }

  @Test
  void aLongMessageIsCut() {
    log.info("x", "y".repeat(100_000));

    assertThat(text()).hasSizeLessThan(4100).endsWith("y…\n");
  }

  @Test
  void levelsAreCountedAsWritten() {
    log.configure(config("log.level=warn"));
    log.error("a", "1");
    log.warn("a", "2");
    log.warn("a", "3");
    log.info("a", "4");

    assertThat(log.count(Log.Level.ERROR)).isEqualTo(1);
    assertThat(log.count(Log.Level.WARN)).isEqualTo(2);
    assertThat(log.count(Log.Level.INFO)).isZero();
    assertThat(log.isDebug()).isFalse();
  }

  @Test
  void debugIsShownWhenAskedFor() {
    log.configure(config("log.level=DEBUG"));
    log.debug("a", "b");

    assertThat(text()).isEqualTo("sidelight: a: b\n");
    assertThat(log.isDebug()).isTrue();
  }

  @Test
  void jsonIsOneObjectALine() throws Exception {
    clock.millis = Instant.parse("2026-02-28T23:59:58.007Z").toEpochMilli();
    log.configure(config("log.format=json"));
    log.warn("config", "a \"b\"\\\n\u0007é");

    assertThat(text())
        .isEqualTo(
            "{\"timestamp\":\"2026-02-28T23:59:58.007Z\",\"level\":\"WARN\","
                + "\"logger\":\"sidelight\",\"message\":\"config: a \\\"b\\\"\\\\\\n\\u0007é\"}\n");
    try (JsonParser parser = new JsonFactory().createParser(text())) {
      while (parser.nextToken() != null) {
        assertThat(parser.currentToken()).isNotNull();
      }
    }
  }

  @Test
  void timesAreThoseOfTheCalendar() {
    log.configure(config("log.format=json"));
    for (String time :
        new String[] {
          "1970-01-01T00:00:00.000Z",
          "2000-02-29T12:00:00.999Z",
          "2024-12-31T23:59:59.999Z",
          "2025-03-01T00:00:00.001Z",
          "2100-02-28T01:02:03.040Z",
          "2100-03-01T01:02:03.040Z"
        }) {
      clock.millis = Instant.parse(time).toEpochMilli();
      out.reset();
      log.info("a", "b");
      assertThat(text()).startsWith("{\"timestamp\":\"" + time + "\",");
    }
  }

  @Test
  void whatIsSaidOnceIsSaidOnce() {
    for (int i = 0; i < 3; i++) {
      log.once("agent", "same");
      log.once("agent", "other");
    }

    assertThat(text()).isEqualTo("sidelight: agent: same\nsidelight: agent: other\n");
  }

  @Test
  void onceRemembersABoundedNumber() {
    for (int i = 0; i < 100_000; i++) {
      log.once("agent", "text " + i);
    }

    assertThat(text().lines()).hasSize(1000);
  }

  @Test
  void aSourceSpeaksOnceAMinuteAndThenTellsHowOftenItWasSilent() {
    for (int i = 0; i < 5; i++) {
      log.limited("probe", "jdbc", "cannot read");
    }
    log.limited("probe", "redis", "cannot read");
    clock.nanos += TimeUnit.SECONDS.toNanos(59);
    log.limited("probe", "jdbc", "cannot read");
    clock.nanos += TimeUnit.SECONDS.toNanos(1);
    log.limited("probe", "jdbc", "cannot read");

    assertThat(text())
        .isEqualTo(
            """
            sidelight: probe: cannot read
            sidelight: probe: cannot read
            sidelight: probe: cannot read (and 5 times since the last such line)
            """);
  }

  @Test
  void aMillionErrorsOfManySourcesAreFewLines() {
    IllegalStateException error = new IllegalStateException();
    for (int i = 0; i < 1_000_000; i++) {
      log.limited("probe", "source " + i % 50_000, "x", error);
    }

    assertThat(text().lines().count()).isLessThanOrEqualTo(1001);
  }

  @Test
  void ofAnExceptionOnlyClassAndPlaceAreShown() {
    log.error("probe", "jdbc", new RuntimeException("outer", new IllegalStateException("hunter2")));

    assertThat(text())
        .startsWith("sidelight: probe: jdbc: java.lang.IllegalStateException at io.sidelight.")
        .doesNotContain("hunter2", "outer");
  }

  @Test
  void anExceptionThatThrowsIsStillTold() {
    log.error("probe", "jdbc", new HostileException());

    assertThat(text())
        .isEqualTo("sidelight: probe: jdbc: io.sidelight.core.log.LogTest$HostileException\n");
  }

  @Test
  void aStreamThatFailsIsNoProblemOfTheCaller() {
    Log broken =
        new Log(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("disk full");
              }
            });
    broken.error("a", "b");

    assertThat(broken.count(Log.Level.ERROR)).isEqualTo(1);
  }

  @Test
  void linesAreAppendedToTheFile() throws Exception {
    Path file = folder.resolve("log.txt");
    Files.writeString(file, "before\n");
    log.configure(config("log.file=" + file));
    log.info("a", "b");

    assertThat(file).hasContent("before\nsidelight: a: b\n");
    assertThat(text()).isEmpty();
  }

  @Test
  void aFileThatCannotBeOpenedIsToldAndTheErrorStreamUsed() {
    Path file = folder.resolve("none/log.txt");
    log.configure(config("log.file=" + file));
    log.info("a", "b");

    assertThat(text())
        .isEqualTo(
            "sidelight: log: cannot append to log.file "
                + file
                + "; using the error stream\nsidelight: a: b\n");
  }

  @Test
  void theTargetNoneDropsEverything() {
    log.configure(config("log.target=none"));
    log.error("a", "b");

    assertThat(text()).isEmpty();
  }

  @Test
  void linesOfManyThreadsStayWhole() throws Exception {
    Path file = folder.resolve("log.txt");
    log.configure(config("log.file=" + file));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CountDownLatch begin = new CountDownLatch(1);
    for (int t = 0; t < 8; t++) {
      String text = Integer.toString(t).repeat(50);
      threads.execute(
          () -> {
            try {
              begin.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            for (int i = 0; i < 500; i++) {
              log.info("t", text);
            }
          });
    }
    begin.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    assertThat(Files.readAllLines(file))
        .hasSize(4000)
        .allMatch(line -> line.matches("sidelight: t: (\\d)\\1{49}"));
    assertThat(log.count(Log.Level.INFO)).isEqualTo(4000);
  }

  private static Config config(String arguments) {
    return ConfigLoader.load(arguments, Map.of(), new Properties(), null);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static final class FakeClock extends Clock {
    long nanos = -5;
    long millis;

    @Override
    long nanos() {
      return nanos;
    }

    @Override
    long millis() {
      return millis;
    }
  }

  private static final class HostileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException();
    }
  }
}
