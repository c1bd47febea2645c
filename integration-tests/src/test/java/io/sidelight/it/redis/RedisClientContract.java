// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Scrape;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What any Redis client must look like in a scrape. Subclasses say which version it is, and add
 * what only it can do.
 */
abstract class RedisClientContract extends RedisProgram {

  private static final String ACQUIRED = "redis_connection_acquire_seconds_count";
  private static final String TIMEOUTS = "redis_connection_timeouts_total";

  @Test
  void commandsCountByNameAndOutcome() {
    run("commands");

    assertThat(commands()).isEqualTo("DEL success 1\nGET success 3\nINCR error 1\nSET success 1");
    assertThat(durations("GET")).isEqualTo(3);
    assertThat(durations("INCR")).isEqualTo(1);
    assertThat(duration("GET")).isPositive().isLessThan(1);
    assertThat(exceptions(scrape(), errorReply()))
        .isGreaterThan(exceptions(before(), errorReply()));
  }

  /** What an error of Redis becomes in {@code errors_total}. */
  abstract String errorReply();

  private static double exceptions(Scrape scrape, String type) {
    return scrape.valueOrZero("errors_total", "type", type, "component", "redis");
  }

  @Test
  void anUnknownCommandIsOtherAndNothingOfItIsALabel() {
    run("unknown");

    assertThat(commands()).isEqualTo("OTHER error 1");
    assertThat(scrape().text()).doesNotContainIgnoringCase("canary");
  }

  @Test
  void threadsCountEachCommand() {
    run("threads");

    assertThat(commands()).isEqualTo("LPUSH success 400");
  }

  @Test
  void pipelinedCommandsCountOneByOne() {
    run("pipeline");

    assertThat(commands()).startsWith("GET success ").endsWith("\nINCR error 1\nSET success 1");
  }

  @Test
  void aTransactionsCommandsCountOneByOne() {
    run("transaction");

    assertThat(commands())
        .startsWith("EXEC success 1\nINCR ")
        .endsWith("\nMULTI success 1\nSET success 1");
  }

  @Test
  void aSubscriptionCountsItsCommandsAndNotItsMessages() {
    run("subscription");

    assertThat(commands())
        .contains("PUBLISH success 1\nSUBSCRIBE success 1\nUNSUBSCRIBE success 1");
  }

  @Test
  void aDurationLastsUntilTheReplyIsThere() {
    run("slow");

    assertThat(commands()).isEqualTo("GET success 1");
    assertThat(duration("GET")).isBetween(0.1, 5.0);
  }

  @Test
  void aTimeoutIsAnError() {
    run("never");

    assertThat(commands()).isEqualTo("GET error 1");
    assertThat(errors()).isEqualTo("GET timeout");
    assertThat(duration("GET")).isBetween(0.2, 5.0);
  }

  @Test
  void aRedirectedCommandCountsOnce() {
    run("moved");

    assertThat(commands()).isEqualTo("GET error 1\nGET success 3\nSET error 1");
    assertThat(errors()).isEqualTo("GET other\nSET moved");
  }

  @Test
  void aRefusalCountsByItsReason() {
    run("refusals");

    assertThat(commands()).isEqualTo("GET error 1\nSET error 1");
    assertThat(errors()).isEqualTo("GET noauth\nSET oom");
  }

  @Test
  void aPoolTellsWhatItHolds() {
    run("poolLends");
    String pool = poolWithMax(3); // there were others of that name
    double acquired = before().valueOrZero(ACQUIRED, "pool", pool);
    double timeouts = before().valueOrZero(TIMEOUTS, "pool", pool);
    assertThat(ofPool("redis_connections_active", pool)).isEqualTo(2);
    assertThat(ofPool("redis_connections_idle", pool)).isZero();
    assertThat(ofPool("redis_connections_pending", pool)).isZero();
    assertThat(ofPool(ACQUIRED, pool)).isEqualTo(acquired + 2);

    run("poolIsExhausted");
    assertThat(ofPool("redis_connections_active", pool)).isEqualTo(3);
    assertThat(ofPool(ACQUIRED, pool)).isEqualTo(acquired + 3);
    assertThat(ofPool(TIMEOUTS, pool)).isEqualTo(timeouts + 1);

    run("poolCloses");
    assertThat(scrape().valueOrZero("redis_connections_max", "pool", pool)).isZero();
    assertThat(scrape().text()).doesNotContain("db_connection");
  }

  private String poolWithMax(double max) {
    return scrape().samples().stream()
        .filter(sample -> sample.name().equals("redis_connections_max") && sample.value() == max)
        .map(sample -> Objects.requireNonNull(sample.labels().get("pool")))
        .collect(Collectors.joining(" and "));
  }

  private double ofPool(String metric, String pool) {
    return scrape().value(metric, "pool", pool);
  }

  @Test
  void aConnectionThatIsLostIsConnectedAgain() {
    run("lose");
    Scrape lost =
        awaitScrape(scrape -> reconnects(scrape, "failure") > reconnects(before(), "failure"));

    run("find");
    assertThat(reconnects(scrape(), "success")).isEqualTo(reconnects(lost, "success") + 1);
    assertThat(commands()).isEqualTo("GET success 1");
  }

  private static double reconnects(Scrape scrape, String outcome) {
    return scrape.valueOrZero("redis_reconnects_total", "outcome", outcome);
  }

  /** In all that was run before. */
  @AfterEach
  void everyErrorHasAReason() {
    assertThat(scrape().sum("redis_command_errors_total"))
        .isEqualTo(scrape().sum("redis_commands_total", "status", "error"));
  }
}
