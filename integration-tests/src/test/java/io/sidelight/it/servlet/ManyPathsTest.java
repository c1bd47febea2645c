// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.VictimProcess;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Whoever sends requests chooses paths; series stay few, totals exact and nothing personal. */
final class ManyPathsTest {

  private static final String REQUESTS = "http_requests_total";
  private static final int EACH = 2_500;

  private final Random random = new Random(4711);

  @OnEveryJdk
  void tenThousandPathsAreAFewSeries(Jdk jdk) {
    try (VictimProcess victim =
        Apps.tomcat("servlet-jakarta", "tomcat-11-latest").on(jdk).start()) {
      Client client = new Client(Integer.parseInt(victim.awaitValue("port ")));

      client.getAll(paths(i -> "/app/nowhere/" + word() + ".php"));
      client.getAll(paths(i -> "/app/answered/" + UUID.randomUUID() + "/" + i));
      client.getAll(paths(i -> "/app/answered/canary" + i + "%40example.org"));
      client.getAll(paths(i -> "/app/answered/" + word()));

      Scrape scrape = victim.awaitScrape(s -> s.sum(REQUESTS) >= 4.0 * EACH);
      assertThat(scrape.sum(REQUESTS)).isEqualTo(4.0 * EACH);
      assertThat(scrape.sum(REQUESTS, "endpoint", "NOT_FOUND")).isEqualTo(EACH);
      assertThat(scrape.sum(REQUESTS, "endpoint", "/app/answered/:id/:id")).isEqualTo(EACH);
      assertThat(scrape.sum(REQUESTS, "endpoint", "/app/answered/:id")).isEqualTo(EACH);
      assertThat(scrape.labels(REQUESTS, "endpoint")).hasSizeBetween(100, 201).contains("other");
      assertThat(scrape.sum("http_request_duration_seconds_count")).isEqualTo(4.0 * EACH);
      assertThat(scrape.sum("sidelight_label_overflow_total", "label", "endpoint")).isPositive();
      assertThat(scrape.text()).doesNotContain("canary").doesNotContain("example.org");
    }
  }

  private static List<String> paths(IntFunction<String> path) {
    return IntStream.range(0, EACH).mapToObj(path).toList();
  }

  /** What no rule can tell from the name of a resource. */
  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
