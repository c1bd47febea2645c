// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How many different users were seen in the last minutes or hours: a ring of {@link Sketch}es, one
 * for each part of that time, of which the oldest makes room for the next. So it looks back a part
 * longer than asked for, at most. Bounded; safe for many threads without a lock.
 */
final class UserWindow {

  private static final class Part {
    final long number;
    final Sketch users = new Sketch();

    Part(long number) {
      this.number = number;
    }
  }

  private final int partSeconds;
  private final AtomicReferenceArray<@Nullable Part> ring;

  /**
   * Nobody yet.
   *
   * @param parts how many of {@code partSeconds} it looks back
   */
  UserWindow(int partSeconds, int parts) {
    this.partSeconds = partSeconds;
    ring = new AtomicReferenceArray<>(parts + 1); // the present one is not over
  }

  /**
   * A user is here.
   *
   * @param seconds a clock that does not go back, from 0 on
   */
  void add(long hash, long seconds) {
    long number = seconds / partSeconds;
    int index = (int) (number % ring.length());
    Part known = ring.get(index);
    if (known == null || known.number < number) {
      Part fresh = new Part(number);
      Part other = ring.compareAndSet(index, known, fresh) ? fresh : ring.get(index);
      known = other == null ? fresh : other;
    }
    known.users.add(hash);
  }

  /** How many there were, about; a whole number. */
  double users(long seconds) {
    long oldest = seconds / partSeconds - ring.length() + 1;
    Sketch all = new Sketch();
    for (int i = 0; i < ring.length(); i++) {
      Part part = ring.get(i);
      if (part != null && part.number >= oldest) {
        all.addAll(part.users);
      }
    }
    return Math.rint(all.estimate());
  }
}
