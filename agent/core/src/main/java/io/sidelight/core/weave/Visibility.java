// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.Meters;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Which class loaders let their classes see the dispatcher on the bootstrap search path. OSGi
 * frameworks and some servers hide it; code woven there would fail to link.
 *
 * <p>Safe for many threads. Loaders are held weakly and asked once.
 */
final class Visibility {

  private static final String DISPATCHER = "io/sidelight/bootstrap/Probes.class";

  private final Map<ClassLoader, Boolean> known =
      Collections.synchronizedMap(new WeakHashMap<ClassLoader, Boolean>());
  private final Meters meters;

  Visibility(Meters meters) {
    this.meters = meters;
  }

  boolean isVisible(ClassLoader loader, String instrumentation) {
    Boolean visible = known.get(loader);
    if (visible == null) {
      // Ask for the resource, not the class: loadClass() inside a transformer can deadlock with a
      // loader that is not parallel capable. A filtering loader hides both alike.
      visible = loader.getResource(DISPATCHER) != null;
      known.put(loader, visible);
      if (!visible) {
        meters.problem(
            instrumentation
                + ": not woven into classes of "
                + loader.getClass().getName()
                + "@"
                + Integer.toHexString(System.identityHashCode(loader))
                + ", it hides io.sidelight.bootstrap; let it delegate that package to the bootstrap"
                + " loader (OSGi: add io.sidelight.* to org.osgi.framework.bootdelegation)");
      }
    }
    return visible;
  }
}
