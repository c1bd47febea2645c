// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import java.util.List;

/** A library that makes caches. */
public abstract class CacheLibrary implements Instrumentation {

  /** For the instrumentation of a library. */
  protected CacheLibrary() {}

  /** How its caches are asked, by class. */
  protected abstract List<CacheReader> readers();

  @Override
  public final Domain domain() {
    return new CacheDomain();
  }
}
