// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import io.sidelight.testkit.Command;
import io.sidelight.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles victims that exist on some JDKs only, or that need a module of their own. */
final class Sources {

  private final Path folder;
  private final List<String> files = new ArrayList<>();

  /** Sources below that empty folder. */
  Sources(Path folder) {
    this.folder = folder;
  }

  /** Adds a file, e.g. {@code com/acme/Main.java}. */
  Sources add(String path, String text) throws IOException {
    Path file = folder.resolve("src").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    files.add(file.toString());
    return this;
  }

  /** Adds a file that is copied beside the classes. */
  Sources resource(String path, String text) throws IOException {
    Path file = classes().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Compiles all with that JDK's own compiler and returns the folder of the classes. */
  Path compile(Jdk jdk, String... options) {
    Command.of(jdk.tool("javac"), "-d", classes().toString(), "-nowarn")
        .args(options)
        .args(files.toArray(new String[0]))
        .runOk();
    return classes();
  }

  private Path classes() {
    return folder.resolve("classes");
  }
}
