// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import io.sidelight.bootstrap.CallProbe;
import org.jspecify.annotations.Nullable;

/** A domain that measures each woven method for itself, with a probe of its own. */
public interface MethodDomain extends Domain {

  /**
   * Creates the probe for one woven method. Called while its class is woven.
   *
   * @return null if the method must not be woven, e.g. because what it asks for is impossible; the
   *     implementation has said so with {@link Meters#problem}
   */
  @Nullable CallProbe probe(WovenMethod method, Meters meters, Settings settings);

  /**
   * Whether a method gets that advice. Asked for each weave point that it matches, so that one
   * domain can have advice for methods that look alike in all but what is asked of them.
   *
   * @param advice the class name of the weave point's advice
   */
  default boolean weaves(WovenMethod method, String advice, Settings settings) {
    return true;
  }
}
