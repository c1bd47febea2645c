// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sidelight.testkit.Scrape;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prometheus's own opinion of metrics. */
final class Promtool {

  private Promtool() {}

  static boolean isInstalled() {
    return List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
  }

  /** What it says of a scrape; empty if it finds nothing wrong. */
  static String check(Scrape scrape) throws IOException {
    Process promtool =
        new ProcessBuilder("promtool", "check", "metrics").redirectErrorStream(true).start();
    try (var in = promtool.outputWriter()) {
      in.write(scrape.text());
    }
    return new String(promtool.getInputStream().readAllBytes(), UTF_8);
  }
}
