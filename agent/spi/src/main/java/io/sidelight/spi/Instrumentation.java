// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.util.List;

/**
 * How one library is woven: pure data, so that it costs next to nothing at start-up and can be
 * printed. Found by {@code ServiceLoader}; needs a public constructor without arguments.
 */
public interface Instrumentation {

  /** Kebab-case, equal to the folder's name, e.g. {@code "jedis"}. */
  String id();

  /** The library and its supported versions for people, e.g. {@code "Jedis 3.0 and later"}. */
  String supports();

  /** What is measured. Instrumentations of one domain return equal ids and share one probe. */
  Domain domain();

  /** Where to weave, and with which advice. */
  List<WeavePoint> weavePoints();

  /** As {@link #weavePoints()}, where the configuration has a say in it. */
  default List<WeavePoint> weavePoints(Settings settings) {
    return weavePoints();
  }
}
