// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.Timed;

/** Methods that do next to nothing. */
final class Work {

  private int done;

  int plain() {
    return ++done;
  }

  @Timed
  int timed() {
    return ++done;
  }

  @Counted
  int counted() {
    return ++done;
  }
}
