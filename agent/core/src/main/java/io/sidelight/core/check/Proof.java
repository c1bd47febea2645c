// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

/** Where knowledge comes from. Immutable. */
public final class Proof {

  private final boolean active;
  private final long nanos;
  private final long ageNanos;

  private Proof(boolean active, long nanos, long ageNanos) {
    this.active = active;
    this.nanos = nanos;
    this.ageNanos = ageNanos;
  }

  /** It was asked, so long ago, and answered, or failed to, after so long. */
  static Proof asked(long ageNanos, long nanos) {
    return new Proof(true, nanos, ageNanos);
  }

  /** The application used it, so long ago. */
  static Proof used(long ageNanos) {
    return new Proof(false, -1, ageNanos);
  }

  /** Whether it was asked. If not, the application used it. */
  public boolean isActive() {
    return active;
  }

  /** How long the answer took; negative if it was not asked. */
  public long nanos() {
    return nanos;
  }

  /** How long ago that was. */
  public long ageNanos() {
    return ageNanos;
  }
}
