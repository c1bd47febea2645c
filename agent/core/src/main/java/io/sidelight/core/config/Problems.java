// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, in the order of discovery, so that all of it can be told at once. */
final class Problems {

  /** A file that is something else altogether must not fill the log. */
  private static final int MOST = 50;

  private final List<Problem> problems = new ArrayList<>();
  private int more;

  /** Something is wrong; nothing needs to be used instead. */
  void add(String text, String source) {
    add(new Problem(null, text + " [" + Names.printable(source) + "]"));
  }

  /** A value was not taken. */
  void add(Key key, String text, String source) {
    add(new Problem(key, text + " [" + Names.printable(source) + "]"));
  }

  /** A whole file was not taken. */
  void addFile(String file, String text) {
    add(
        new Problem(
            null, "cannot use " + Names.shown(file) + ": " + text + " – ignoring the file"));
  }

  /** Something is wrong past the bound: only counted. */
  void addOneMore() {
    more++;
  }

  boolean isFull() {
    return problems.size() >= MOST;
  }

  /** The lines, now that it is known which values are used instead. */
  List<String> lines(Map<String, Config.Value> values) {
    List<String> lines = new ArrayList<>(problems.size());
    for (Problem problem : problems) {
      Key key = problem.key;
      lines.add(key == null ? problem.text : problem.text + " – using " + used(key, values));
    }
    if (more > 0) {
      lines.add("and " + more + " more problems");
    }
    return lines;
  }

  private void add(Problem problem) {
    if (isFull()) {
      more++;
    } else {
      problems.add(problem);
    }
  }

  private static String used(Key key, Map<String, Config.Value> values) {
    Config.Value value = values.get(key.name());
    String text = value == null ? key.defaultText() : value.text;
    if (key.isSecret()) {
      return value == null ? "none" : "another value";
    }
    return text.isEmpty() ? "none" : Names.shown(text);
  }

  private static final class Problem {
    final @Nullable Key key;
    final String text;

    Problem(@Nullable Key key, String text) {
      this.key = key;
      this.text = text;
    }
  }
}
