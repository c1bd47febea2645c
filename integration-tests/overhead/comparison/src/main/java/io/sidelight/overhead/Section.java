// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead;

import io.sidelight.overhead.result.Results;

/** One part of the comparison. */
public interface Section {

  /** As on the command line. */
  String name();

  /**
   * Measures, on an otherwise idle machine, with the variants in turns.
   *
   * @param plan how much
   * @param results where every single figure goes
   */
  void measure(Plan plan, Results results);
}
