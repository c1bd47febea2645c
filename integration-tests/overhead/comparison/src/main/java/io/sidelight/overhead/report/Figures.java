// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.report;

import static java.util.Locale.ROOT;

import io.sidelight.overhead.jvm.Variant;
import io.sidelight.overhead.result.Results;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Figures as they are written: medians over the rounds, computed from the raw results. */
final class Figures {

  static final String UNKNOWN = "–";
  static final String NONE = Variant.NONE.id();
  static final String EMPTY_AGENT = Variant.EMPTY_AGENT.id();
  static final String SIDELIGHT = Variant.SIDELIGHT.id();
  static final String OTEL = Variant.OTEL.id();

  private final Results results;

  Figures(Results results) {
    this.results = results;
  }

  Results results() {
    return results;
  }

  /** The median. */
  String value(String measurement, String variant, int decimals) {
    return number(results.median(measurement, variant), decimals);
  }

  /** How much more than without agent, in the same round. */
  String more(String measurement, String variant, int decimals) {
    return signed(results.medianDifference(measurement, variant, NONE), decimals);
  }

  /** The same with the smallest and the largest of the rounds. */
  String moreWithSpread(String measurement, String variant, int decimals) {
    return more(measurement, variant, decimals)
        + spread(results.paired(measurement, variant, NONE, (a, b) -> a - b), decimals);
  }

  /** How many times what it is without agent, in the same round. */
  String times(String measurement, String variant) {
    double ratio = results.medianRatio(measurement, variant, NONE);
    return Double.isNaN(ratio) ? UNKNOWN : "×" + number(ratio, 2);
  }

  /** The same with the smallest and the largest of the rounds. */
  String timesWithSpread(String measurement, String variant) {
    return times(measurement, variant)
        + spread(results.paired(measurement, variant, NONE, (a, b) -> a / b), 2);
  }

  private static String spread(double[] values, int decimals) {
    if (values.length < 2) {
      return "";
    }
    return " ("
        + number(Arrays.stream(values).min().orElseThrow(), decimals)
        + " … "
        + number(Arrays.stream(values).max().orElseThrow(), decimals)
        + ")";
  }

  static String signed(double value, int decimals) {
    String number = number(value, decimals);
    return number.equals(UNKNOWN) || number.startsWith("−") || isZero(number)
        ? number
        : "+" + number;
  }

  private static boolean isZero(String number) {
    return number.chars().allMatch(c -> c == '0' || c == '.');
  }

  static String number(double value, int decimals) {
    if (Double.isNaN(value)) {
      return UNKNOWN;
    }
    String number = String.format(ROOT, "%,." + decimals + "f", value);
    if (number.startsWith("-")) {
      number = isZero(number.substring(1)) ? number.substring(1) : "−" + number.substring(1);
    }
    return number;
  }

  /** The largest of some figures. */
  static double max(double... values) {
    return DoubleStream.of(values).max().orElse(Double.NaN);
  }
}
