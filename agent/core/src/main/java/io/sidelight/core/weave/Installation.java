// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Settings;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.List;

/** Installs the transformer that fits the JVM. */
public final class Installation {

  private Installation() {}

  /** Weaves from the next class on. */
  public static void install(
      Instrumentation jvm,
      List<io.sidelight.spi.Instrumentation> instrumentations,
      Meters meters,
      Settings settings,
      WeaveListener listener)
      throws ReflectiveOperationException {
    boolean modular = !System.getProperty("java.specification.version", "9").startsWith("1.");
    ModuleReads reads =
        modular
            ? (ModuleReads)
                type("ModularTransformer$Reads")
                    .getConstructor(Instrumentation.class)
                    .newInstance(jvm)
            : ModuleReads.NONE;
    Weaving weaving = new Weaving(instrumentations, meters, settings, listener, reads);
    ClassFileTransformer transformer =
        modular
            ? (ClassFileTransformer)
                type("ModularTransformer").getConstructor(Weaving.class).newInstance(weaving)
            : new Transformer(weaving);
    // Not capable of retransformation: what is woven at first load, a field included, then stays
    // when another agent retransforms the class.
    jvm.addTransformer(transformer, false);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName("io.sidelight.core.weave." + name);
  }
}
