// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Keeps all that a child process writes to one stream. */
final class Output extends Thread {

  private final InputStream stream;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Output(InputStream stream, String name) {
    super(name);
    this.stream = stream;
    setDaemon(true);
    start();
  }

  @Override
  public void run() {
    byte[] buffer = new byte[8192];
    try {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // The process is gone; what it wrote is kept.
    }
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  String text() {
    return Victim.utf8(bytes());
  }

  /** After the process has ended: waits until the last byte has arrived. */
  void drain() {
    try {
      join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
