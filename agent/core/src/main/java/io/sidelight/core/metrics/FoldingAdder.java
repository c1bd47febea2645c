// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import java.util.concurrent.atomic.LongAdder;

/**
 * A sum that does not overflow: whoever reads it takes whole units out of it. Any number of threads
 * add, one at a time reads. Itself a {@link LongAdder}, so that a series has no object more.
 */
final class FoldingAdder extends LongAdder {

  private long folded;

  /**
   * The sum in the exposed unit.
   *
   * @param fold the unit that is taken out: far from where a sum of many threads could overflow
   * @param scale how many of what is added make one of the exposed unit
   */
  double scaled(long fold, double scale) {
    long now = sum();
    while (now >= fold) {
      add(-fold);
      folded++;
      now -= fold;
    }
    return folded * (fold / scale) + now / scale;
  }
}
