// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.Settings;
import java.util.List;

/** Knows whose annotations are understood, and nothing else. */
final class BusinessSettings implements Settings {

  private final List<String> families;

  /** With all that there are. */
  BusinessSettings() {
    this("sidelight", "micrometer", "microprofile", "dropwizard", "opentelemetry");
  }

  BusinessSettings(String... families) {
    this.families = List.of(families);
  }

  @Override
  public String text(String key) {
    throw new AssertionError(key);
  }

  @Override
  public boolean flag(String key) {
    throw new AssertionError(key);
  }

  @Override
  public int number(String key) {
    throw new AssertionError(key);
  }

  @Override
  public List<String> list(String key) {
    if (key.equals(AnnotationFamily.KEY)) {
      return families;
    }
    throw new AssertionError(key);
  }

  @Override
  public long nanos(String key) {
    throw new AssertionError(key);
  }
}
