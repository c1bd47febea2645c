// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The samples of a Prometheus text page: as much of the format as a summary needs. */
final class Page {

  private record Sample(String name, Map<String, String> labels, double value) {}

  private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final List<Sample> samples;

  private Page(List<Sample> samples) {
    this.samples = samples;
  }

  static Page parse(String text) {
    List<Sample> samples = new ArrayList<>();
    text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(
            line ->
                samples.add(
                    new Sample(
                        line.group(1), labels(line.group(2)), Double.parseDouble(line.group(3)))));
    return new Page(samples);
  }

  /** Sums of all series of a name, by the values of these labels. */
  Map<String, Double> sums(String name, String... labels) {
    Map<String, Double> sums = new HashMap<>();
    for (Sample sample : samples) {
      if (sample.name().equals(name)) {
        List<String> values = new ArrayList<>();
        for (String label : labels) {
          values.add(sample.labels().getOrDefault(label, ""));
        }
        sums.merge(String.join(" ", values), sample.value(), Double::sum);
      }
    }
    return sums;
  }

  private static Map<String, String> labels(@Nullable String text) {
    Map<String, String> labels = new HashMap<>();
    if (text != null) {
      Matcher label = LABEL.matcher(text);
      while (label.find()) {
        labels.put(label.group(1), label.group(2));
      }
    }
    return labels;
  }
}
