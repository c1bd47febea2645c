// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.servers;

import io.sidelight.testkit.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Packs the web application of the contract. */
final class War {

  private War() {}

  /** Writes the application of that module, with what its API looks for, to {@code file}. */
  static void write(String app, Path file) throws IOException {
    String api = app.endsWith("jakarta") ? "jakarta" : "javax";
    try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(file))) {
      add(war, "WEB-INF/lib/scenarios.jar", library(Repository.app(app), api));
    }
  }

  private static byte[] library(Path classes, String api) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      for (Path file : files(classes)) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        if (!name.contains("TomcatMain")) {
          add(jar, name, Files.readAllBytes(file));
        }
      }
      add(
          jar,
          "META-INF/services/" + api + ".servlet.ServletContainerInitializer",
          "io.sidelight.it.apps.servlet.Scenarios".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    ((OutputStream) jar).write(content);
    jar.closeEntry();
  }
}
