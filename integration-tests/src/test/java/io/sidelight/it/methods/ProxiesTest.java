// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;

/** Calls through proxies of the JDK, Spring's subclasses, and Mockito's spies count once. */
class ProxiesTest {

  @OnEveryJdk
  void throughSpring5(Jdk jdk) {
    countOnce("proxies-spring5", jdk);
  }

  @OnEveryJdk
  void throughSpring6(Jdk jdk) {
    countOnce("proxies-spring6", jdk);
  }

  private static void countOnce(String libraries, Jdk jdk) {
    Victim program =
        Victim.main("io.sidelight.it.apps.methods.Main").app("methods", libraries).args("proxies");
    try (VictimProcess victim = program.on(jdk).start()) {
      victim.awaitLine("done");
      Scrape scrape = victim.scrape();

      assertThat(victim.stdout()).doesNotContain("wrong");
      assertThat(scrape.family("greeted_total"))
          .isEqualTo(
              """
              greeted_total{name="mockito",status="success"} 10.0
              greeted_total{name="spring",status="success"} 10.0
              """);
      // Of the class and its proxy, through its proxy, of the spy, and within greetAgain.
      assertThat(scrape.family("business_method_calls_total"))
          .isEqualTo(
              """
              business_method_calls_total{class="Service",method="greet",status="error"} 0.0
              business_method_calls_total{class="Service",method="greet",status="success"} 50.0
              """);
    }
  }
}
