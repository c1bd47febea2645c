// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.packaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.sidelight.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which part of the shipped code may know which. */
class ArchitectureTest {

  private static final JavaClasses SHIPPED = shipped();

  private static JavaClasses shipped() {
    List<Path> folders = new ArrayList<>();
    for (String parent : List.of("agent", "instrumentations")) {
      try (Stream<Path> modules = Files.list(Repository.root().resolve(parent))) {
        modules
            .filter(module -> !module.endsWith("testkit"))
            .map(module -> module.resolve("target/classes"))
            .filter(Files::isDirectory)
            .forEach(folders::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new ClassFileImporter().importPaths(folders);
  }

  @Test
  void theDispatcherSeesOnlyWhatTheBootstrapLoaderSees() {
    check(
        classes()
            .that()
            .resideInAPackage("io.sidelight.bootstrap..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "io.sidelight.bootstrap..",
                "java.lang",
                "java.lang.ref",
                "java.util.concurrent..",
                "org.jspecify.annotations.."));
  }

  /** A striped counter asks ThreadLocalRandom, whose own initialisation loads classes. */
  @Test
  void whatRunsWhileClassesLoadCountsWithoutStripes() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.sidelight.core.weave..")
            .or()
            .haveNameMatching("io.sidelight.core.metrics.AgentMetrics.*")
            .or()
            .haveNameMatching("io.sidelight.core.StartSignals.*")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java.util.concurrent.atomic.(Long|Double)Adder"));
  }

  @Test
  void theContractKnowsTheDispatcherOnly() {
    check(
        classes()
            .that()
            .resideInAPackage("io.sidelight.spi..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "io.sidelight.spi..",
                "io.sidelight.bootstrap..",
                "java..",
                "org.jspecify.annotations.."));
  }

  @Test
  void theCoreNamesNoInstrumentation() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.sidelight.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.sidelight.instrumentation..",
                "io.sidelight.agent..",
                "io.sidelight.annotations..",
                "io.sidelight.api.."));
  }

  @Test
  void whatApplicationsCompileAgainstNeedsTheJdkOnly() {
    check(
        classes()
            .that()
            .resideInAnyPackage("io.sidelight.annotations..", "io.sidelight.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.sidelight.annotations..", "io.sidelight.api..", "java.."));
  }

  @Test
  void anInstrumentationKnowsNeitherTheCoreNorItsLibraries() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.sidelight.instrumentation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.sidelight.core..",
                "io.sidelight.agent..",
                "io.sidelight.annotations..",
                "io.sidelight.api..",
                "io.prometheus..",
                "com.fasterxml.."));
  }

  @Test
  void onlyAdviceOfAnInstrumentationKnowsTheWeaversAnnotations() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.sidelight.instrumentation..")
            .and()
            .haveSimpleNameNotEndingWith("Advice")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.bytebuddy.."));
  }

  @Test
  void whatRunsBeforeMainTouchesNothingThatAnApplicationConfigures() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "io.sidelight.agent..",
                "io.sidelight.bootstrap..",
                "io.sidelight.spi..",
                "io.sidelight.core.config..",
                "io.sidelight.core.log..",
                "io.sidelight.core.weave..",
                "io.sidelight.instrumentation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.util.logging..",
                "java.nio.file..",
                "javax.management..",
                "java.lang.management..",
                "com.sun.net.httpserver..",
                "java.security.cert..",
                "javax.net..",
                "javax.crypto.."));
  }

  @Test
  void theEntranceNeedsTheLanguageFilesAndJarsOnly() {
    check(
        classes()
            .that()
            .resideInAPackage("io.sidelight.agent..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "io.sidelight.agent..",
                "java.lang",
                "java.lang.instrument",
                "java.lang.reflect",
                "java.io",
                "java.net",
                "java.security",
                "java.util",
                "java.util.jar",
                "org.jspecify.annotations.."));
  }

  @Test
  void nothingThatIsShippedUsesTheJdksLoggingOrEndsTheJvm() {
    check(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
    check(noClasses().should().callMethod(System.class, "exit", int.class));
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.sidelight.agent.Main")
            .should()
            .callMethod(Runtime.class, "exit", int.class));
  }

  @Test
  void nothingThatIsShippedWritesToStandardOutput() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.sidelight.agent.Main")
            .should()
            .accessField(System.class, "out"));
  }

  @Test
  void nothingThatIsShippedReadsObjectsOrStartsProcesses() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream"));
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.naming..", "javax.script..", "java.rmi.."));
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder"));
  }

  private static void check(ArchRule rule) {
    rule.check(SHIPPED);
  }
}
