// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

/**
 * Estimates how many different hashes it has seen, in four kilobytes, with a standard error of 1.6
 * %: a HyperLogLog. Of a hash it keeps which of 4,096 registers it falls into, and there how rare
 * the rarest one was.
 *
 * <p>Safe for many threads without a lock: two that meet in a register may lose one of the two, and
 * what is lost is mostly seen again.
 *
 * @see <a href="https://arxiv.org/abs/1702.01284">Ertl: New cardinality estimation algorithms for
 *     HyperLogLog sketches</a>, whose estimator needs no tables and is good for all numbers
 */
final class Sketch {

  private static final int BITS = 12;
  private static final int REGISTERS = 1 << BITS;
  private static final int HIGHEST = Long.SIZE - BITS + 1;

  private final byte[] registers = new byte[REGISTERS];

  void add(long hash) {
    int index = (int) (hash >>> (Long.SIZE - BITS));
    // The bit below those that are left bounds the rank of a hash without any.
    long rest = (hash << BITS) | (1L << (BITS - 1));
    byte rank = (byte) (Long.numberOfLeadingZeros(rest) + 1);
    if (registers[index] < rank) {
      registers[index] = rank;
    }
  }

  /** Adds what the other has seen. */
  void addAll(Sketch other) {
    for (int i = 0; i < REGISTERS; i++) {
      if (registers[i] < other.registers[i]) {
        registers[i] = other.registers[i];
      }
    }
  }

  /** How many different hashes were added, about. */
  double estimate() {
    int[] counts = new int[HIGHEST + 1];
    for (byte rank : registers) {
      counts[rank]++;
    }
    double sum = REGISTERS * tau(1 - counts[HIGHEST] / (double) REGISTERS);
    for (int rank = HIGHEST - 1; rank >= 1; rank--) {
      sum = (sum + counts[rank]) / 2;
    }
    sum += REGISTERS * sigma(counts[0] / (double) REGISTERS);
    return REGISTERS / (2 * Math.log(2)) * REGISTERS / sum;
  }

  /** Corrects for registers that have seen nothing: x + x² + 2x⁴ + 4x⁸ + … */
  private static double sigma(double share) {
    if (share == 1) {
      return Double.POSITIVE_INFINITY;
    }
    double x = share;
    double factor = 1;
    double sum = share;
    double before;
    do {
      x *= x;
      before = sum;
      sum += x * factor;
      factor += factor;
    } while (sum != before);
    return sum;
  }

  /** Corrects for registers that can tell no more. */
  private static double tau(double share) {
    if (share == 0 || share == 1) {
      return 0;
    }
    double x = share;
    double factor = 1;
    double sum = 1 - share;
    double before;
    do {
      x = Math.sqrt(x);
      before = sum;
      factor /= 2;
      sum -= (1 - x) * (1 - x) * factor;
    } while (sum != before);
    return sum / 3;
  }
}
