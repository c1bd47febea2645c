// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces {@code ${ENV}}, {@code ${ENV:default}} and {@code ${file:/path}}. */
final class Placeholders {

  private static final int LARGEST_FILE = 64 * 1024;

  private Placeholders() {}

  /**
   * Replaces them, once: what they stand for is not looked at again.
   *
   * @param errors gets what is wrong, in words that follow the quoted text
   */
  static String resolve(String text, Map<String, String> environment, List<String> errors) {
    StringBuilder resolved = new StringBuilder();
    int from = 0;
    for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        errors.add("has \"${\" without \"}\"");
        break;
      }
      resolved.append(text, from, start);
      String value = value(text.substring(start + 2, end), environment, errors);
      if (value != null) {
        resolved.append(value);
      }
      from = end + 1;
    }
    return resolved.append(text, from, text.length()).toString();
  }

  private static @Nullable String value(
      String name, Map<String, String> environment, List<String> errors) {
    if (name.startsWith("file:")) {
      return contents(name.substring("file:".length()), errors);
    }
    int colon = name.indexOf(':');
    String value = environment.get(colon < 0 ? name : name.substring(0, colon));
    if (value != null && (colon < 0 || !value.isEmpty())) {
      return value;
    }
    if (colon < 0) {
      errors.add("needs the environment variable " + Names.shown(name) + ", which is not set");
      return null;
    }
    return name.substring(colon + 1);
  }

  private static @Nullable String contents(String path, List<String> errors) {
    File file = new File(path);
    try {
      if (file.isFile() && file.length() <= LARGEST_FILE) {
        return read(file).trim();
      }
    } catch (IOException | SecurityException e) {
      // Told below, without the exception's text: no more is needed than the path.
    }
    errors.add("needs the file " + Names.shown(path) + ", which cannot be read");
    return null;
  }

  private static String read(File file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = new FileInputStream(file)) {
      byte[] buffer = new byte[4096];
      for (int n = in.read(buffer); n >= 0 && bytes.size() <= LARGEST_FILE; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
    }
    return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
  }
}
