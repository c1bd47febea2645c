// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.bootstrap.Probes;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The transformer on JVMs with modules. Compiled to Java 8 bytecode like the rest, but against the
 * API of Java 9, and only loaded there.
 */
public final class ModularTransformer extends Transformer {

  /** Called reflectively by {@link Installation}. */
  public ModularTransformer(Weaving weaving) {
    super(weaving);
  }

  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    return transform(module, loader, internalName, domain, bytes);
  }

  /** Adds read edges, and nothing else, to modules. */
  public static final class Reads implements ModuleReads {
    private final Instrumentation instrumentation;
    private final Module dispatcher = Probes.class.getModule();

    /** Called reflectively by {@link Installation}. */
    public Reads(Instrumentation instrumentation) {
      this.instrumentation = instrumentation;
    }

    @Override
    public void read(@Nullable Object module) {
      Module woven = (Module) module;
      if (woven != null && woven.isNamed() && !woven.canRead(dispatcher)) {
        instrumentation.redefineModule(
            woven,
            Collections.singleton(dispatcher),
            Collections.<String, Set<Module>>emptyMap(),
            Collections.<String, Set<Module>>emptyMap(),
            Collections.<Class<?>>emptySet(),
            Collections.<Class<?>, List<Class<?>>>emptyMap());
      }
    }
  }
}
