// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.jvm;

import io.sidelight.overhead.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The JAR of {@link EmptyAgent}. */
final class EmptyAgentJar {

  /** Where it is, from the first use on. */
  static final Path FILE = write();

  private EmptyAgentJar() {}

  /** With one class and a manifest. */
  private static Path write() {
    Path file = Layout.generated().resolve("empty-agent.jar");
    String entry = EmptyAgent.class.getName().replace('.', '/') + ".class";
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", EmptyAgent.class.getName());
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        InputStream bytes =
            Objects.requireNonNull(EmptyAgent.class.getResourceAsStream("/" + entry))) {
      jar.putNextEntry(new JarEntry(entry));
      bytes.transferTo(jar);
      jar.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
