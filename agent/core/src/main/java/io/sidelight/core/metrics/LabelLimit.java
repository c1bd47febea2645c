// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.Label;
import io.sidelight.spi.LabelText;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which values of one label have been admitted. Shared by all metrics with that label. */
final class LabelLimit {

  private final int cap;
  private final boolean optional;
  private final Set<String> admitted = ConcurrentHashMap.newKeySet();
  private volatile boolean full;

  LabelLimit(int cap, boolean optional) {
    this.cap = cap;
    this.optional = optional;
    this.full = cap <= 0;
  }

  boolean isClosed() {
    return cap == Integer.MAX_VALUE;
  }

  /** The value as it may be exposed; empty if there is none. */
  String clean(String value) {
    return optional && value.isEmpty() ? value : LabelText.clean(value);
  }

  /** Whether {@code value} may have series of its own, now and from then on. */
  boolean admits(String value) {
    if (isClosed() || value.isEmpty() || value.equals(Label.OTHER) || admitted.contains(value)) {
      return true;
    }
    return !full && admit(value);
  }

  // A lock, because a value must not be refused only since another thread is admitting the same
  // one. Taken at most once for each admitted value and thread.
  private synchronized boolean admit(String value) {
    if (full) {
      return admitted.contains(value);
    }
    admitted.add(value);
    full = admitted.size() >= cap;
    return true;
  }
}
