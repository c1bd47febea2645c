// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sidelight.testkit.Response;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A program under the agent, and what its side port says of its health. */
final class Watched implements AutoCloseable {

  /** Faster than the defaults, so that tests end. */
  static final String[] FAST = {
    "health.interval=1s", "health.timeout=500ms", "health.retry-delay=100ms"
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  final VictimProcess program;
  private int steps;

  Watched(Victim victim) {
    program = victim.agent(FAST).mayComplain().start(); // about what is down
    program.awaitLine("ready");
  }

  /** Runs a scenario of the program to its end. */
  void run(String scenario) {
    String line = begin(scenario);
    assertThat(program.awaitLine("done " + line)).isEqualTo("done " + line);
  }

  /** Runs a scenario of the program and does not wait. */
  String begin(String scenario) {
    String line = scenario + " " + ++steps;
    program.send(line);
    return line;
  }

  JsonNode health() {
    return json(program.get("/health"));
  }

  JsonNode component(String name) {
    return health().path("components").path(name);
  }

  static JsonNode json(Response response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String status(String component) {
    return component(component).path("status").asText("absent");
  }

  JsonNode await(String component, String status) {
    JsonNode[] last = {health()};
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                last[0] = component(component);
                return last[0].path("status").asText("absent").equals(status);
              });
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          component + " never " + status + "; last " + last[0] + "\n" + program.stderr(), e);
    }
    return last[0];
  }

  int code(String path) {
    return program.get(path).status();
  }

  @Override
  public void close() {
    assertThat(program.scrape().sum("sidelight_advice_errors_total")).isZero();
    program.close();
  }
}
