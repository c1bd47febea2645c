// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One answer of {@code /metrics} in the text format. Immutable. */
public final class Scrape {

  /** One line with a value. */
  public record Sample(String name, Map<String, String> labels, double value, String line) {

    boolean matches(String wantedName, Map<String, String> wanted) {
      return name.equals(wantedName) && labels.entrySet().containsAll(wanted.entrySet());
    }
  }

  private final String text;
  private final List<Sample> samples = new ArrayList<>();

  private Scrape(String text) {
    this.text = text;
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        samples.add(new SampleParser(line).sample());
      }
    }
  }

  /** Reads the text format; fails on any line that is not of it. */
  public static Scrape parse(String text) {
    return new Scrape(text);
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** Every sample, in the order of the text. */
  public List<Sample> samples() {
    return List.copyOf(samples);
  }

  /**
   * The value of the one series with these labels; fails if there is none, or more than one.
   *
   * @param labels names and values in turn; others may have any value
   */
  public double value(String name, String... labels) {
    List<Sample> found = matching(name, labels);
    if (found.size() != 1) {
      throw new AssertionError(
          found.size() + " series of " + name + pairs(labels) + " in\n" + family(name));
    }
    return found.get(0).value();
  }

  /** As {@link #value}, but 0 if there is no such series. */
  public double valueOrZero(String name, String... labels) {
    return has(name, labels) ? value(name, labels) : 0;
  }

  /** The sum over all series with these labels; 0 if there is none. */
  public double sum(String name, String... labels) {
    return matching(name, labels).stream().mapToDouble(Sample::value).sum();
  }

  /** Whether there is any series with these labels. */
  public boolean has(String name, String... labels) {
    return !matching(name, labels).isEmpty();
  }

  /** The values that one label has in the series of that name, sorted. */
  public SortedSet<String> labels(String name, String label) {
    SortedSet<String> values = new TreeSet<>();
    for (Sample sample : matching(name)) {
      if (sample.labels().containsKey(label)) {
        values.add(sample.labels().get(label));
      }
    }
    return values;
  }

  /**
   * The lines of one family, sorted, each ended by a line break; those of a histogram or summary if
   * {@code name} is one. Empty if there is none.
   */
  public String family(String name) {
    StringBuilder lines = new StringBuilder();
    samples.stream()
        .filter(sample -> familyMembers(name).anyMatch(sample.name()::equals))
        .map(Sample::line)
        .sorted()
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }

  /** The {@code # HELP} and {@code # TYPE} lines of a family. */
  public String header(String name) {
    StringBuilder lines = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("# HELP " + name + " ") || line.startsWith("# TYPE " + name + " ")) {
        lines.append(line).append('\n');
      }
    }
    return lines.toString();
  }

  private static Stream<String> familyMembers(String name) {
    return Stream.of("", "_bucket", "_count", "_sum").map(suffix -> name + suffix);
  }

  private List<Sample> matching(String name, String... labels) {
    Map<String, String> wanted = pairs(labels);
    return samples.stream().filter(sample -> sample.matches(name, wanted)).toList();
  }

  private static Map<String, String> pairs(String... labels) {
    if (labels.length % 2 != 0) {
      throw new IllegalArgumentException("labels are names and values in turn");
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      pairs.put(labels[i], labels[i + 1]);
    }
    return pairs;
  }
}
