// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown. Used by one thread. */
final class Table {

  private final StringBuilder text = new StringBuilder();
  private final int columns;

  Table(String... headings) {
    columns = headings.length;
    row(headings);
    List<String> rules = new ArrayList<>(Collections.nCopies(columns, "---:"));
    rules.set(0, "---");
    row(rules.toArray(String[]::new));
  }

  /** Adds a row. */
  Table row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells in " + columns + " columns");
    }
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
