// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

/** How a part of the application is, the best first. */
public enum Status {
  /** It works. */
  HEALTHY(1),
  /** Nobody has seen it work or fail lately. */
  UNKNOWN(Double.NaN),
  /** It works, but somebody should look. */
  DEGRADED(0.5),
  /** It does not work. */
  UNHEALTHY(0);

  private final double value;

  Status(double value) {
    this.value = value;
  }

  /** As a metric; {@code NaN} if there is none. */
  double value() {
    return value;
  }

  /** The worse of both. */
  public Status worse(Status other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
