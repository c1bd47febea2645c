// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.Timed;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Throws through woven methods and prints all that the caller can see of it. */
public final class Failures {

  private Failures() {}

  /** Prints it. */
  public static void main(String[] args) {
    List<Throwable> all =
        List.of(
            new Exception("checked"),
            new IllegalStateException("unchecked"),
            new OutOfMemoryError("not really"),
            new StackOverflowError("not really"),
            new InterruptedException("interrupted"),
            new LinkageError("linkage"),
            new Hostile());
    for (Throwable failure : all) {
      Thread.currentThread().interrupt();
      Throwable caught = caughtFrom(failure);
      System.out.println(
          failure.getClass().getSimpleName()
              + " same="
              + (caught == failure)
              + " suppressed="
              + caught.getSuppressed().length
              + " interrupted="
              + Thread.interrupted());
    }
    Throwable fresh = caughtFrom(null);
    System.out.println(fresh + " " + Arrays.toString(fresh.getStackTrace()));
    Lines.waitForEnd();
  }

  private static Throwable caughtFrom(@Nullable Throwable failure) {
    try {
      outer(failure);
      throw new AssertionError("nothing was thrown");
    } catch (Throwable e) {
      return e;
    }
  }

  @Counted(name = "outer")
  private static void outer(@Nullable Throwable failure) throws Throwable {
    inner(failure);
  }

  @Timed(name = "inner")
  private static void inner(@Nullable Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    throw new IllegalArgumentException("fresh");
  }

  /** Every method that anybody might call on it throws. */
  private static final class Hostile extends Error {

    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("getMessage");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("toString");
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("hashCode");
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("equals");
    }
  }
}
