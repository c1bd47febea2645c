// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM calls for every class that loads. Nothing it does may throw, or take a lock that an
 * application could hold.
 */
class Transformer implements ClassFileTransformer {

  private final Weaving weaving;

  Transformer(Weaving weaving) {
    this.weaving = weaving;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    return weaving.transform(null, loader, internalName, domain, bytes);
  }

  /** As above, on JVMs with modules. */
  final byte @Nullable [] transform(
      Object module,
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    return weaving.transform(module, loader, internalName, domain, bytes);
  }
}
