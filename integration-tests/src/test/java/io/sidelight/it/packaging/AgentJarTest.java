// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an application's class loaders and scanners find in the agent's JAR: next to nothing. */
class AgentJarTest {

  private static final String HIDDEN = "io/sidelight/hidden/";
  private static final int JAVA_8 = 52;
  private static final long MOST_BYTES = 5L << 20;

  private static final Map<String, byte[]> ENTRIES = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    try (JarFile jar = new JarFile(Repository.agentJar().toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = jar.getInputStream(entry)) {
            assertThat(ENTRIES.put(entry.getName(), in.readAllBytes())).isNull();
          }
        }
      }
    }
  }

  @Test
  void inTheOpenLieOnlyTheEntranceAndTheDispatcher() {
    assertThat(ENTRIES.keySet())
        .filteredOn(name -> !name.startsWith(HIDDEN))
        .allMatch(
            name ->
                name.matches("io/sidelight/(agent|bootstrap)/[A-Za-z$0-9-]+\\.class")
                    || name.matches("META-INF/(MANIFEST\\.MF|LICENSE|NOTICE|licenses/.+|sbom/.+)"));
  }

  @Test
  void thereAreNoServicesModulesOrVersionedClassesForAnybodyToFind() {
    assertThat(ENTRIES.keySet())
        .noneMatch(name -> name.startsWith("META-INF/services/"))
        .noneMatch(name -> name.contains("META-INF/versions/"))
        .noneMatch(name -> name.contains("module-info"));
  }

  @Test
  void whatIsHiddenIsNoClassToAnybodyElse() {
    assertThat(ENTRIES.keySet())
        .filteredOn(name -> name.startsWith(HIDDEN))
        .hasSizeGreaterThan(100)
        .noneMatch(name -> name.endsWith(".class") || name.endsWith(".jar"));
  }

  @Test
  void noClassIsThereTwice() {
    List<String> both = new ArrayList<>();
    for (String name : ENTRIES.keySet()) {
      if (name.endsWith(".class") && ENTRIES.containsKey(HIDDEN + name + "data")) {
        both.add(name);
      }
    }
    assertThat(both).isEmpty();
  }

  @Test
  void everyClassRunsOnJava8() throws IOException {
    for (Map.Entry<String, byte[]> entry : ENTRIES.entrySet()) {
      if (isClass(entry.getKey())) {
        assertThat(new ClassConstants(entry.getValue()).majorVersion())
            .as(entry.getKey())
            .isLessThanOrEqualTo(JAVA_8);
      }
    }
  }

  @Test
  void theDispatcherNamesOnlyClassesThatEveryJvmHasInItsBootstrapLoader() throws IOException {
    for (Map.Entry<String, byte[]> entry : ENTRIES.entrySet()) {
      if (entry.getKey().startsWith("io/sidelight/bootstrap/")) {
        assertThat(new ClassConstants(entry.getValue()).classes())
            .as(entry.getKey())
            .allMatch(
                name ->
                    name.matches("io\\.sidelight\\.bootstrap\\.[^.]+")
                        || name.matches("java\\.lang\\.(ref\\.)?[A-Z][^.]*")
                        || name.matches("java\\.util\\.concurrent\\..+"));
      }
    }
  }

  @Test
  void theManifestNamesTheEntranceAndAsksForNothing() throws IOException {
    try (JarFile jar = new JarFile(Repository.agentJar().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Premain-Class")).isEqualTo("io.sidelight.agent.Premain");
      assertThat(manifest.getValue("Main-Class")).isEqualTo("io.sidelight.agent.Main");
      assertThat(manifest.getValue("Launcher-Agent-Class")).isNull();
      assertThat(manifest.getValue("Boot-Class-Path")).isNull();
      assertThat(manifest.getValue("Class-Path")).isNull();
      assertThat(manifest.getValue("Multi-Release")).isNull();
    }
  }

  @Test
  void itIsSmall() throws IOException {
    assertThat(Files.size(Repository.agentJar())).isLessThan(MOST_BYTES);
  }

  private static boolean isClass(String name) {
    return name.endsWith(".class") || name.endsWith(".classdata");
  }
}
