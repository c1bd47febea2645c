// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.cli;

/** Text in columns. */
final class Columns {

  private Columns() {}

  /** At least {@code width} wide, with a space at the end. */
  static String padded(String text, int width) {
    StringBuilder padded = new StringBuilder(text).append(' ');
    while (padded.length() < width) {
      padded.append(' ');
    }
    return padded.toString();
  }

  /** The same column of the next line. */
  static String below(int column) {
    return System.lineSeparator() + padded("", column);
  }

  /** At most {@code width} wide. */
  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}
