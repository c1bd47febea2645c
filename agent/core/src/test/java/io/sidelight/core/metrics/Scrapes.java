// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Scrapes a store in-process. */
final class Scrapes {

  private Scrapes() {}

  static String text(MetricStore store, String... names) {
    return write(new Exposition(store), Exposition.Format.TEXT, names);
  }

  static String write(Exposition exposition, Exposition.Format format, String... names) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      exposition.write(out, format, List.of(names));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The sum of all samples with that name. */
  static double sum(String text, String sample) {
    return text.lines()
        .filter(line -> line.startsWith(sample + " ") || line.startsWith(sample + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
