// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * All figures of one run, as they were read: the raw results. Every number in {@code OVERHEAD.md}
 * is computed from them. Used by one thread.
 */
public final class Results {

  private static final String HEADER = "measurement,agent,round,value";

  private final List<Observation> all = new ArrayList<>();

  /** Adds a figure. */
  public void add(String measurement, String variant, int round, double value) {
    all.add(new Observation(measurement, variant, round, value));
  }

  /** What was read, in the order of rounds; empty if that was not measured. */
  public double[] values(String measurement, String variant) {
    return all.stream()
        .filter(it -> it.measurement().equals(measurement) && it.variant().equals(variant))
        .mapToDouble(Observation::value)
        .toArray();
  }

  /** Whether anything is known of a measurement. */
  public boolean has(String measurement, String variant) {
    return values(measurement, variant).length > 0;
  }

  /** The median; {@code NaN} if that was not measured. */
  public double median(String measurement, String variant) {
    return median(values(measurement, variant)).orElse(Double.NaN);
  }

  /**
   * The median over the rounds of what {@code variant} has more than {@code base} in the same
   * round; {@code NaN} if there is no round with both.
   */
  public double medianDifference(String measurement, String variant, String base) {
    return median(paired(measurement, variant, base, (a, b) -> a - b)).orElse(Double.NaN);
  }

  /** As {@link #medianDifference}, of the ratio {@code variant / base}. */
  public double medianRatio(String measurement, String variant, String base) {
    return median(paired(measurement, variant, base, (a, b) -> a / b)).orElse(Double.NaN);
  }

  /** {@code by} of the two figures of each round that has both. */
  public double[] paired(
      String measurement, String variant, String base, java.util.function.DoubleBinaryOperator by) {
    return all.stream()
        .filter(it -> it.measurement().equals(measurement) && it.variant().equals(variant))
        .flatMapToDouble(
            it -> {
              OptionalDouble other = value(measurement, base, it.round());
              return other.isPresent()
                  ? DoubleStream.of(by.applyAsDouble(it.value(), other.getAsDouble()))
                  : DoubleStream.empty();
            })
        .toArray();
  }

  private OptionalDouble value(String measurement, String variant, int round) {
    return all.stream()
        .filter(
            it ->
                it.measurement().equals(measurement)
                    && it.variant().equals(variant)
                    && it.round() == round)
        .mapToDouble(Observation::value)
        .findFirst();
  }

  private static OptionalDouble median(double[] values) {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    double[] sorted = DoubleStream.of(values).sorted().toArray();
    int middle = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }

  /** Writes a line for each figure, as comma-separated values. */
  public void write(Path file) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    all.forEach(
        it ->
            lines.add(
                String.join(
                    ",",
                    it.measurement(),
                    it.variant(),
                    Integer.toString(it.round()),
                    Double.toString(it.value()))));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Results read(Path file) {
    Results results = new Results();
    try {
      Files.readAllLines(file).stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(
              cells ->
                  results.add(
                      cells[0],
                      cells[1],
                      Integer.parseInt(cells[2]),
                      Double.parseDouble(cells[3])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return results;
  }
}
