// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.util.concurrent.Callable;

/** What the tests weave: loaded again by {@link WeavingLoader}. */
public class Sample implements Callable<String> {

  @Override
  public String call() {
    return "called";
  }

  /** Throws what it is given. */
  public void fail(RuntimeException e) {
    throw e;
  }

  @Marked(
      name = "one",
      tags = {"a", "b"})
  private static int marked(int value) {
    return value + 1;
  }

  /** Calls the private one. */
  public int callMarked(int value) {
    return marked(value);
  }
}
