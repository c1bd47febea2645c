// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.Objects;
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

/**
 * A program with caches in one version of a library. One program for each JDK runs all scenarios,
 * each with caches of its own.
 */
@ParameterizedClass
@MethodSource("io.sidelight.testkit.Jdk#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CacheContract {

  @Parameter Jdk jdk = Jdk.current();

  private @Nullable VictimProcess victim;
  private int runs;
  private Scrape before = Scrape.parse("");
  private Scrape after = Scrape.parse("");

  /** The program, with the library. */
  abstract Victim program();

  @BeforeParameterizedClassInvocation
  void start() {
    victim = program().on(jdk).start();
    victim.awaitLine("ready");
  }

  @AfterParameterizedClassInvocation
  void stop() {
    if (victim != null) {
      victim.close();
    }
  }

  /** Runs a scenario; {@link #counted} then tells what it added. */
  final void run(String scenario) {
    VictimProcess program = Objects.requireNonNull(victim);
    before = program.scrape();
    String line = scenario + " " + ++runs;
    program.send(line);
    assertThat(program.awaitLine("done " + line)).isEqualTo("done " + line);
    after = program.scrape();
  }

  final void await(Predicate<Scrape> wanted) {
    after = Objects.requireNonNull(victim).awaitScrape(wanted);
  }

  final Scrape scrape() {
    return after;
  }

  /** What was counted, a line for each series that has grown. */
  final String counted() {
    return after.samples().stream()
        .filter(sample -> sample.name().matches("cache_(hits|misses|evictions)_total"))
        .map(this::line)
        .filter(line -> !line.endsWith(" 0"))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private String line(Scrape.Sample sample) {
    String[] pairs =
        sample.labels().entrySet().stream()
            .flatMap(label -> Stream.of(label.getKey(), label.getValue()))
            .toArray(String[]::new);
    double added = sample.value() - before.valueOrZero(sample.name(), pairs);
    return "%s %s %s %d"
        .formatted(
            sample.labels().get("type"),
            sample.labels().get("name"),
            sample.name().replaceAll("cache_(.*)_total", "$1"),
            (long) added);
  }

  final double size(String name) {
    return after.value("cache_size", "name", name);
  }
}
