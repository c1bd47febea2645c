// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.agent;

import java.io.File;
import java.io.FileNotFoundException;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Finds the JAR that a class of the agent came from. */
final class AgentJar {

  private AgentJar() {}

  static File locate(Class<?> type) throws Exception {
    URL url = isOnBootstrapPath(type) ? bootstrapEntry(type) : location(type);
    if (url == null || !"file".equals(url.getProtocol())) {
      throw new FileNotFoundException("the agent must be a JAR in the file system, not " + url);
    }
    // Through the URI, which decodes blanks, plus signs and other letters rightly.
    File file = new File(url.toURI());
    if (!file.isFile()) {
      throw new FileNotFoundException(file.getPath());
    }
    return file;
  }

  /** Whether the operator put the JAR there with {@code -Xbootclasspath/a}. */
  static boolean isOnBootstrapPath(Class<?> type) {
    return type.getClassLoader() == null;
  }

  private static @Nullable URL location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }

  /** Of {@code jar:file:/path!/entry}, the file: classes of the bootstrap loader have no source. */
  private static @Nullable URL bootstrapEntry(Class<?> type) throws MalformedURLException {
    URL url = ClassLoader.getSystemResource(type.getName().replace('.', '/') + ".class");
    if (url == null || !"jar".equals(url.getProtocol())) {
      return url;
    }
    String entry = url.getFile();
    return new URL(entry.substring(0, entry.lastIndexOf("!/")));
  }
}
