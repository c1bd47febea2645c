// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Makes broken copies of the agent's JAR. */
final class JarEdit {

  /** What becomes of an entry. */
  interface Edit {
    /** Returns the new content; null leaves the entry out. */
    byte @Nullable [] apply(String name, byte[] bytes) throws IOException;
  }

  private JarEdit() {}

  static void copy(Path from, Path to, Edit edit) throws IOException {
    try (ZipFile source = new ZipFile(from.toFile());
        OutputStream file = Files.newOutputStream(to);
        ZipOutputStream target = new ZipOutputStream(file)) {
      Enumeration<? extends ZipEntry> entries = source.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          copy(source, entry, target, edit);
        }
      }
    }
  }

  private static void copy(ZipFile source, ZipEntry entry, ZipOutputStream target, Edit edit)
      throws IOException {
    byte @Nullable [] bytes;
    try (InputStream in = source.getInputStream(entry)) {
      bytes = edit.apply(entry.getName(), in.readAllBytes());
    }
    if (bytes != null) {
      target.putNextEntry(new ZipEntry(entry.getName()));
      target.write(bytes);
      target.closeEntry();
    }
  }

  static void add(Path jar, String name, byte[] bytes) throws IOException {
    URI uri = URI.create("jar:" + jar.toUri());
    try (FileSystem files = FileSystems.newFileSystem(uri, Map.of())) {
      Path entry = files.getPath(name);
      Files.createDirectories(entry.getParent());
      Files.write(entry, bytes);
    }
  }
}
