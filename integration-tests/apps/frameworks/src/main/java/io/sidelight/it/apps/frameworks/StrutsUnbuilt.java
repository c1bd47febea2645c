// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

/** An action that cannot be made. */
public class StrutsUnbuilt {

  /** Fails. */
  public StrutsUnbuilt() {
    throw new IllegalStateException("on purpose");
  }

  /** Is never called. */
  public String execute() {
    return "none";
  }
}
