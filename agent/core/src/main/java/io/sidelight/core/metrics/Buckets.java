// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Upper bounds of buckets. */
final class Buckets {

  private static final int MAX_BOUNDS = 100;

  private Buckets() {}

  static double[] of(List<Double> bounds) {
    double[] array = new double[bounds.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = bounds.get(i);
    }
    return array;
  }

  /** Null if {@code texts} are not positive, finite and ascending. */
  static double @Nullable [] parse(List<String> texts) {
    double[] bounds = new double[texts.size()];
    double last = 0;
    for (int i = 0; i < bounds.length; i++) {
      try {
        bounds[i] = Double.parseDouble(texts.get(i));
      } catch (NumberFormatException e) {
        return null;
      }
      // Also false for NaN.
      if (!(bounds[i] > last) || Double.isInfinite(bounds[i])) {
        return null;
      }
      last = bounds[i];
    }
    return bounds.length <= MAX_BOUNDS ? bounds : null;
  }
}
