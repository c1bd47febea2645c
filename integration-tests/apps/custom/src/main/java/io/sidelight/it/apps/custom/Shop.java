// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.custom;

import io.sidelight.api.Counter;
import io.sidelight.api.Sidelight;

/** An application with a class loader of its own. */
public final class Shop implements Runnable {

  private static final Counter SALES = Sidelight.counter("sales", "Sales", "shop");

  /** For its loader. */
  public Shop() {}

  @Override
  public void run() {
    SALES.increment("corner");
    SALES.add(2, "corner");
    System.out.println("sold");
  }
}
