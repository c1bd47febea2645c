// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.stream.Collectors;

/** Methods whose results come later, or whenever somebody subscribes to them. */
class LaterResultsTest {

  private static final String OF_RX_JAVA =
      """
      cancelledCompletable error 1
      cancelledSingle error 1
      completable success 2
      emptyMaybe success 1
      failingCompletable error 1
      failingObservable error 1
      failingSingle error 1
      flowable success 1
      maybe success 1
      observable success 1
      single success 2
      subject success 1
      takenFlowable success 1
      """;

  @OnEveryJdk
  void ofTheLowestVersions(Jdk jdk) {
    eachSubscriptionAndFutureCountsWhenItEnds("reactive-lowest", jdk);
  }

  @OnEveryJdk
  void ofTheLatestVersions(Jdk jdk) {
    eachSubscriptionAndFutureCountsWhenItEnds("reactive-latest", jdk);
  }

  private static void eachSubscriptionAndFutureCountsWhenItEnds(String libraries, Jdk jdk) {
    Victim program = Victim.main("io.sidelight.it.apps.reactive.Main").app("reactive", libraries);
    try (VictimProcess victim = program.on(jdk).start()) {
      victim.awaitLine("done");
      Scrape scrape = victim.scrape();

      assertThat(victim.stdout()).doesNotContain("wrong");
      assertThat(calls(scrape, "OfReactor"))
          .isEqualTo(
              """
              connectable success 1
              empty success 1
              failing error 1
              failingFirst error 1
              failingFirst success 1
              failingStream error 1
              never error 1
              noMono success 1
              scalar success 1
              scalarFailure error 1
              stream success 1
              suppliedFailure error 1
              taken success 1
              throwing error 1
              user success 1
              value success 3
              """);
      assertThat(calls(scrape, "OfRxJava2")).isEqualTo(OF_RX_JAVA);
      assertThat(calls(scrape, "OfRxJava3")).isEqualTo(OF_RX_JAVA);
      assertThat(calls(scrape, "OfMutiny"))
          .isEqualTo(
              """
              cancelledUni error 1
              failingMulti error 1
              failingUni error 1
              multi success 1
              takenMulti success 1
              uni success 2
              """);
      assertThat(calls(scrape, "Futures"))
          .isEqualTo(
              """
              listenable error 2
              listenable success 1
              settable success 1
              stage success 1
              task success 1
              """);
      assertThat(scrape.value("business_method_duration_seconds_count", "status", "success"))
          .isEqualTo(3);
      assertThat(scrape.family("business_method_in_flight"))
          .isEqualTo(
              """
              business_method_in_flight{class="Futures",method="listenable"} 1.0
              business_method_in_flight{class="OfReactor",method="never"} 1.0
              """);
      assertThat(scrape.family("mono_orders_total"))
          .isEqualTo(
              """
              mono_orders_total{fuel="diesel",outcome="DONE",status="success"} 5.0
              mono_orders_total{fuel="gas",outcome="REFUSED",status="error"} 2.0
              """);
      assertThat(scrape.family("mono_size")).isEqualTo("mono_size 3.0\n");
      for (String orders :
          new String[] {"rx2_orders", "rx3_orders", "uni_orders", "future_orders"}) {
        assertThat(scrape.family(orders + "_total"))
            .isEqualTo(orders + "_total{fuel=\"gas\",outcome=\"DONE\",status=\"success\"} 1.0\n");
      }
    }
  }

  private static String calls(Scrape scrape, String className) {
    return scrape.samples().stream()
        .filter(sample -> sample.name().equals("business_method_calls_total"))
        .filter(sample -> sample.value() != 0 && className.equals(sample.labels().get("class")))
        .map(
            sample ->
                "%s %s %d\n"
                    .formatted(
                        sample.labels().get("method"),
                        sample.labels().get("status"),
                        (long) sample.value()))
        .sorted()
        .collect(Collectors.joining());
  }
}
