// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The file that tells other programs which port is in use. */
final class PortFile {

  private PortFile() {}

  /** Replaces the file as a whole, so that nobody reads half a number. */
  static void write(File file, int port) throws IOException {
    File part = new File(file.getPath() + ".part");
    try (OutputStream out = new FileOutputStream(part)) {
      out.write((port + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    // Windows does not rename onto a file that exists.
    if (!part.renameTo(file) && !(file.delete() && part.renameTo(file))) {
      throw new IOException("cannot rename " + part + " to " + file);
    }
  }
}
