// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a configuration file of either form. */
final class ConfigFile {

  private static final int LARGEST = 1024 * 1024;

  private ConfigFile() {}

  /** The file that lies next to the agent's JAR; null if none does. */
  static @Nullable File nextTo(@Nullable File agentJar, Problems problems) {
    if (agentJar == null) {
      return null;
    }
    File folder = agentJar.getAbsoluteFile().getParentFile();
    File json = new File(folder, "sidelight.json");
    File properties = new File(folder, "sidelight.properties");
    if (json.isFile() && properties.isFile()) {
      problems.addFile(properties.getPath(), "sidelight.json lies next to it and is used");
    }
    return json.isFile() ? json : properties.isFile() ? properties : null;
  }

  /** What the file sets; nothing if it cannot be read, which is then a problem. */
  static List<Setting> read(File file, Problems problems) {
    String name = file.getPath();
    String lower = Names.lower(name);
    boolean json = lower.endsWith(".json");
    if (!json && !lower.endsWith(".properties")) {
      problems.addFile(name, "only .properties and .json files are understood");
      return Collections.emptyList();
    }
    String text = text(file, problems);
    if (text == null) {
      return Collections.emptyList();
    }
    return json
        ? JsonSettings.parse(text, name, problems)
        : PropertiesSettings.parse(text, name, problems);
  }

  private static @Nullable String text(File file, Problems problems) {
    try {
      // Asked first, because opening a pipe would wait for ever.
      if (!file.isFile()) {
        problems.addFile(file.getPath(), file.exists() ? "it is not a file" : "it does not exist");
        return null;
      }
      byte[] bytes = bytes(file);
      if (bytes.length > LARGEST) {
        problems.addFile(file.getPath(), "it is larger than 1 MB");
        return null;
      }
      return text(bytes, file, problems);
    } catch (IOException | SecurityException e) {
      problems.addFile(file.getPath(), "it cannot be read");
      return null;
    }
  }

  private static @Nullable String text(byte[] bytes, File file, Problems problems) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      problems.addFile(file.getPath(), "it is not UTF-8 text");
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
        problems.addFile(file.getPath(), "it is not a text file");
        return null;
      }
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static byte[] bytes(File file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = new FileInputStream(file)) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0 && bytes.size() <= LARGEST; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
    }
    return bytes.toByteArray();
  }
}
