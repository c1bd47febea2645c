// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.agent;

import java.io.File;
import java.io.FileNotFoundException;
import java.net.URL;
import java.security.CodeSource;

/** Finds the JAR that a class of the agent came from. */
final class AgentJar {

  private AgentJar() {}

  static File locate(Class<?> type) throws Exception {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL url = source == null ? null : source.getLocation();
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
}
