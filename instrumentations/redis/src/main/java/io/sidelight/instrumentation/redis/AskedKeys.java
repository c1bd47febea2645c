// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

/** The keys that a command asks for, by what they count as, until its reply is there. */
interface AskedKeys {

  /**
   * These and one more.
   *
   * @param other what counts look-ups of which nobody can tell whose they are
   */
  AskedKeys and(KeySeries next, KeySeries other);

  /** The reply has a value for the key at that index, or tells that there is none. */
  void value(int index, boolean there);

  /** The reply tells for how many of the keys there is a value. */
  void number(long number);
}
