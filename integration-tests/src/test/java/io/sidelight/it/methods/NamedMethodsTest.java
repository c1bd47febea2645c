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

/** Methods without annotations that the configuration names. */
class NamedMethodsTest {

  private static final String PACKAGE = "io.sidelight.it.apps.methods.";

  @OnEveryJdk
  void allMethodsOfAClassButFieldsAccessors(Jdk jdk) {
    String all =
        """
        Plain.callAll success 1
        Plain.check success 10
        Plain.findOne success 30
        Plain.later success 1
        Plain.place error 1
        Plain.place success 10""";
    assertThat(measured("methods", "io.sidelight..Plain.*(..)", jdk)).isEqualTo(all);
    assertThat(measured("methods", "io.**.Pla*n.*", jdk)).isEqualTo(all);
  }

  @OnEveryJdk
  void aPatternOfMethods(Jdk jdk) {
    assertThat(measured("methods", PACKAGE + "Plain.pl*," + PACKAGE + "Plain.check", jdk))
        .isEqualTo(
            """
            Plain.check success 10
            Plain.place error 1
            Plain.place success 10""");
  }

  @OnEveryJdk
  void anInterfaceWithAllThatImplementsIt(Jdk jdk) {
    assertThat(measured("methods", PACKAGE + "Repository+.find*", jdk))
        .isEqualTo(
            """
            Plain.findOne success 30
            Repository.findAny success 10""");
  }

  @OnEveryJdk
  void aMethodThatIsAnnotatedTooIsCountedOnce(Jdk jdk) {
    Victim program =
        program("shapes").jvm("-Dsidelight.business.methods=" + PACKAGE + "Shapes.privateMethod");
    try (VictimProcess victim = program.on(jdk).start()) {
      victim.awaitLine("done");

      assertThat(calls(victim.scrape())).contains("Shapes.privateMethod success 20\n");
    }
  }

  @OnEveryJdk
  void aPackageWithAllBelow(Jdk jdk) {
    assertThat(measured("packages", "io.sidelight.it", jdk))
        .contains("Plain.place success 10", "Repository.findAny success 10");
  }

  private static String measured(String key, String patterns, Jdk jdk) {
    Victim program = program("plain").jvm("-Dsidelight.business." + key + "=" + patterns);
    try (VictimProcess victim = program.on(jdk).start()) {
      victim.awaitLine("done");
      assertThat(victim.stdout()).contains("name").doesNotContain("wrong");
      Scrape scrape = victim.scrape();
      assertThat(scrape.sum("business_method_duration_seconds_count"))
          .isEqualTo(scrape.sum("business_method_calls_total"));
      return calls(scrape);
    }
  }

  private static String calls(Scrape scrape) {
    return scrape.samples().stream()
        .filter(sample -> sample.name().equals("business_method_calls_total"))
        .filter(sample -> sample.value() != 0)
        .map(
            sample ->
                "%s.%s %s %d"
                    .formatted(
                        sample.labels().get("class"),
                        sample.labels().get("method"),
                        sample.labels().get("status"),
                        (long) sample.value()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static Victim program(String what) {
    return Victim.main(PACKAGE + "Main").app("methods").args(what);
  }
}
