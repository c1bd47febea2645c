// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * The version of the library that a class comes from, read from its JAR's name. The manifest would
 * know better, but reading it through the application's handlers takes their locks.
 */
final class LibraryVersion {

  static final String UNKNOWN = "unknown";

  private LibraryVersion() {}

  /** Returns e.g. {@code 10.1.48} for {@code …/tomcat-embed-core-10.1.48.jar!/}. */
  static String of(@Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null ? UNKNOWN : in(location.getPath());
  }

  static String in(String path) {
    int end = path.lastIndexOf(".jar");
    if (end < 0) {
      return UNKNOWN;
    }
    String name = path.substring(path.lastIndexOf('/', end) + 1, end);
    for (int dash = name.indexOf('-'); dash >= 0; dash = name.indexOf('-', dash + 1)) {
      if (dash + 1 < name.length() && isDigit(name.charAt(dash + 1))) {
        return name.substring(dash + 1);
      }
    }
    return UNKNOWN;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
