// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import io.sidelight.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Advice is harmless by its shape, and what it is for exists in the libraries that are tested. */
class AdviceRulesTest {

  private static final List<Instrumentation> INSTRUMENTATIONS =
      ServiceLoader.load(Instrumentation.class).stream().map(ServiceLoader.Provider::get).toList();

  @Test
  void thereIsAnInstrumentationForEachFolderWithAdvice() {
    assertThat(INSTRUMENTATIONS).extracting(Instrumentation::id).doesNotHaveDuplicates();
    assertThat(INSTRUMENTATIONS).extracting(Instrumentation::supports).doesNotContain("");
  }

  @Test
  void adviceKeepsTheRules() throws IOException {
    List<String> violations = new ArrayList<>();
    for (String name : adviceNames()) {
      violations.addAll(AdviceClass.read(name).violations());
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void adviceMentionsTheDispatcherTheJdkAndItsLibraryOnly() throws IOException {
    for (String name : adviceNames()) {
      assertThat(AdviceClass.read(name).referenced())
          .as(name)
          .noneMatch(
              type ->
                  type.startsWith("io.sidelight.") && !type.startsWith("io.sidelight.bootstrap."))
          .noneMatch(type -> type.startsWith("net.bytebuddy.") || type.startsWith("io.prometheus."))
          .noneMatch(type -> type.startsWith("java.util.logging.") || type.startsWith("sun."));
    }
  }

  @Test
  void everyAdviceClassIsUsedByAWeavePoint() throws IOException {
    SortedSet<String> written = new TreeSet<>();
    Path sources = Repository.root().resolve("instrumentations");
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .map(file -> sources.relativize(file).toString())
          .filter(file -> file.endsWith("Advice.java") && file.contains("/src/main/java/"))
          .map(file -> file.replaceFirst(".*/src/main/java/", "").replace(".java", ""))
          .forEach(file -> written.add(file.replace('/', '.')));
    }
    assertThat(adviceNames()).containsExactlyElementsOf(written);
  }

  @Test
  void everyWovenMethodExistsInAVersionThatIsTested() throws IOException {
    List<LibrarySet> sets = LibrarySet.all();
    List<String> nowhere = new ArrayList<>();
    for (Instrumentation instrumentation : INSTRUMENTATIONS) {
      for (WeavePoint point : instrumentation.weavePoints()) {
        if (point.type().kind() == TypeMatch.Kind.NAMED && !existsIn(point, sets)) {
          nowhere.add(instrumentation.id() + ": " + point);
        }
      }
    }
    assertThat(nowhere).isEmpty();
  }

  private static boolean existsIn(WeavePoint point, List<LibrarySet> sets) throws IOException {
    for (LibrarySet set : sets) {
      if (set.matches(point)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyMethodWovenInSubtypesOfJdkInterfacesIsOfThatInterface() throws ClassNotFoundException {
    for (Instrumentation instrumentation : INSTRUMENTATIONS) {
      for (WeavePoint point : instrumentation.weavePoints()) {
        if (point.type().kind() == TypeMatch.Kind.SUBTYPE && point.method() != null) {
          List<String> names = new ArrayList<>();
          for (String type : point.type().types()) {
            if (type.startsWith("java.")) {
              Stream.of(Class.forName(type).getMethods()).forEach(m -> names.add(m.getName()));
            } else {
              names.addAll(point.method().names());
            }
          }
          assertThat(names).as(point.toString()).containsAll(point.method().names());
        }
      }
    }
  }

  @Test
  void everyTestedVersionIsWovenSomewhere() throws IOException {
    List<String> idle = new ArrayList<>();
    for (LibrarySet set : LibrarySet.all()) {
      boolean woven = false;
      for (Instrumentation instrumentation : INSTRUMENTATIONS) {
        for (WeavePoint point : instrumentation.weavePoints()) {
          woven |= point.type().kind() != TypeMatch.Kind.NAMED || set.matches(point);
        }
      }
      if (!woven) {
        idle.add(set.toString());
      }
    }
    assertThat(idle).isEmpty();
  }

  private static SortedSet<String> adviceNames() {
    SortedSet<String> names = new TreeSet<>();
    for (Instrumentation instrumentation : INSTRUMENTATIONS) {
      for (WeavePoint point : instrumentation.weavePoints()) {
        String advice = point.advice();
        if (advice != null) {
          names.add(advice);
        }
      }
    }
    return names;
  }
}
