// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import redis.embedded.RedisServer;

/**
 * A program that uses a Redis client, a real and a fake server, and what the program's scenarios
 * have added to the scrape. One program for each JDK runs all scenarios.
 */
@ParameterizedClass
@MethodSource("io.sidelight.testkit.Jdk#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisProgram {

  // What clients send on their own, and each version differently.
  private static final Set<String> HOUSEKEEPING =
      Set.of("HELLO", "CLIENT", "PING", "QUIT", "CLUSTER", "INFO", "COMMAND", "READONLY", "SELECT");

  @Parameter Jdk jdk = Jdk.current();

  private @Nullable RedisServer redis;
  private @Nullable FakeRedis fake;
  private @Nullable VictimProcess victim;

  private int runs;
  private Scrape before = Scrape.parse("");
  private Scrape after = Scrape.parse("");

  /** The program, with the library. */
  abstract Victim program();

  /** What precedes a port where the program takes it. */
  String addresses() {
    return "";
  }

  @BeforeParameterizedClassInvocation
  void start() throws IOException {
    redis = RedisServer.newRedisServer().port(freePort()).build();
    redis.start();
    fake = new FakeRedis();
    String port = addresses() + redis.ports().get(0);
    victim =
        program()
            .on(jdk)
            .args(port, addresses() + fake.port())
            .agent("health.active=false") // some servers here never answer
            .start();
    victim.awaitLine("ready");
  }

  @AfterParameterizedClassInvocation
  void stop() throws IOException {
    try {
      if (victim != null) {
        victim.close();
      }
    } finally {
      Objects.requireNonNull(fake).close();
      Objects.requireNonNull(redis).stop();
    }
  }

  private static int freePort() throws IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Runs a scenario; {@link #commands} and {@link #duration} then tell what it added. */
  final void run(String scenario) {
    VictimProcess program = Objects.requireNonNull(victim);
    before = program.scrape();
    String line = scenario + " " + ++runs;
    program.send(line);
    assertThat(program.awaitLine("done " + line)).isEqualTo("done " + line);
    after = program.scrape();
  }

  /** The lines of {@code redis_commands_total} that have changed, with the difference. */
  final String commands() {
    return after.samples().stream()
        .filter(sample -> sample.name().equals("redis_commands_total"))
        .filter(sample -> !HOUSEKEEPING.contains(sample.labels().get("command")))
        .map(sample -> line(sample, added(sample)))
        .filter(line -> !line.endsWith(" 0"))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String line(Scrape.Sample sample, double added) {
    return sample.labels().get("command")
        + " "
        + sample.labels().get("status")
        + " "
        + (long) added;
  }

  /** As {@link #commands}, of {@code redis_command_errors_total} and without the number 1. */
  final String errors() {
    return after.samples().stream()
        .filter(sample -> sample.name().equals("redis_command_errors_total"))
        .filter(sample -> !HOUSEKEEPING.contains(sample.labels().get("command")))
        .filter(sample -> sample.value() != before.valueOrZero(sample.name(), pairs(sample)))
        .map(sample -> sample.labels().get("command") + " " + sample.labels().get("error"))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** The look-ups in caches that were counted: type, name, hits or misses, number. */
  final String lookups() {
    return after.samples().stream()
        .filter(sample -> sample.name().matches("cache_(hits|misses)_total"))
        .map(
            sample ->
                "%s %s %s %d"
                    .formatted(
                        sample.labels().get("type"),
                        sample.labels().get("name"),
                        sample.name().replaceAll("cache_(.*)_total", "$1"),
                        (long) (sample.value() - before.valueOrZero(sample.name(), pairs(sample)))))
        .filter(line -> !line.endsWith(" 0"))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String[] pairs(Scrape.Sample sample) {
    return sample.labels().entrySet().stream()
        .flatMap(label -> Stream.of(label.getKey(), label.getValue()))
        .toArray(String[]::new);
  }

  private double added(Scrape.Sample sample) {
    String command = Objects.requireNonNull(sample.labels().get("command"));
    String status = Objects.requireNonNull(sample.labels().get("status"));
    return sample.value()
        - before.valueOrZero("redis_commands_total", "command", command, "status", status);
  }

  /** What was added to the seconds that a command took. */
  final double duration(String command) {
    return added("redis_command_duration_seconds_sum", command);
  }

  /** How many durations were added for a command. */
  final long durations(String command) {
    return (long) added("redis_command_duration_seconds_count", command);
  }

  private double added(String name, String command) {
    return after.valueOrZero(name, "command", command)
        - before.valueOrZero(name, "command", command);
  }

  final Scrape scrape() {
    return after;
  }

  /** As it was before the scenario. */
  final Scrape before() {
    return before;
  }

  /** The first scrape from now on that is as wanted. */
  final Scrape awaitScrape(Predicate<Scrape> wanted) {
    return Objects.requireNonNull(victim).awaitScrape(wanted);
  }
}
