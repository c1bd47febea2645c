// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.health;

import io.sidelight.spi.HealthCheck;
import io.sidelight.spi.HealthSource;
import java.util.ArrayList;
import java.util.List;

/** One component: the objects that have a check of its name. Safe for many threads. */
final class CustomHealth implements HealthSource {

  /** Of a class with more objects, such as one for each request, the first ones stand for all. */
  private static final int MAX_OBJECTS = 16;

  private final String component;

  /** Guarded by this. */
  private final List<ObjectHealth> objects = new ArrayList<>();

  CustomHealth(String component) {
    this.component = component;
  }

  synchronized void add(ObjectHealth object) {
    int same = 0;
    for (int i = objects.size() - 1; i >= 0; i--) {
      ObjectHealth each = objects.get(i);
      if (each.isGone()) {
        objects.remove(i);
      } else if (each.isSame(object)) {
        return; // one constructor called another
      } else if (each.isLike(object)) {
        same = Math.max(same, each.number());
      }
    }
    if (objects.size() < MAX_OBJECTS) {
      object.number(same + 1);
      objects.add(object);
    }
  }

  @Override
  public String component() {
    return component;
  }

  @Override
  public synchronized List<? extends HealthCheck> checks() {
    for (int i = objects.size() - 1; i >= 0; i--) {
      if (objects.get(i).isGone()) {
        objects.remove(i);
      }
    }
    return new ArrayList<>(objects);
  }
}
