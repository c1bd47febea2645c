// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import io.sidelight.spi.HealthCheck;
import io.sidelight.spi.HealthSource;
import java.util.Collections;
import java.util.List;

/** Something of this JVM or machine, which is a component of its own. Asked once, not thrice. */
abstract class LocalCheck extends HealthCheck implements HealthSource {

  private final String component;

  LocalCheck(String component) {
    this.component = component;
  }

  @Override
  public final String component() {
    return component;
  }

  @Override
  public final List<? extends HealthCheck> checks() {
    return Collections.singletonList(this);
  }

  @Override
  public final String name() {
    return "";
  }

  @Override
  public int attempts(int configured) {
    return 1;
  }
}
