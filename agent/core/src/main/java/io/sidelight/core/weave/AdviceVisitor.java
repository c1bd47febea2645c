// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Inlines advice into the methods it is for; all others are copied as they are. */
final class AdviceVisitor extends ClassVisitor {

  private final TypeDescription type;
  private final TypePool pool;
  private final Implementation.Context context;
  private final Map<String, List<Advice>> advice;
  private final Map<String, MethodDescription> methods = new HashMap<>();

  /**
   * Weaves one class.
   *
   * @param advice by the method's name and descriptor
   */
  AdviceVisitor(
      ClassVisitor next,
      TypeDescription type,
      ClassFileVersion version,
      TypePool pool,
      Map<String, List<Advice>> advice) {
    super(OpenedClassReader.ASM_API, next);
    this.type = type;
    this.pool = pool;
    this.advice = advice;
    this.context =
        Implementation.Context.Disabled.Factory.INSTANCE.make(
            type,
            new AuxiliaryType.NamingStrategy.Suffixing("sidelight"), // never asked
            TypeInitializer.None.INSTANCE,
            version,
            version,
            version.isAtLeast(ClassFileVersion.JAVA_V6)
                ? Implementation.Context.FrameGeneration.GENERATE
                : Implementation.Context.FrameGeneration.DISABLED);
    for (MethodDescription method : type.getDeclaredMethods()) {
      String key = method.getInternalName() + method.getDescriptor();
      if (advice.containsKey(key)) {
        methods.put(key, method);
      }
    }
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
    String key = name + descriptor;
    MethodDescription method = methods.get(key);
    List<Advice> its = advice.get(key);
    if (visitor == null || method == null || its == null) {
      return visitor;
    }
    for (Advice each : its) {
      visitor =
          each.wrap(
              type,
              method,
              visitor,
              context,
              pool,
              AsmVisitorWrapper.NO_FLAGS,
              AsmVisitorWrapper.NO_FLAGS);
    }
    return visitor;
  }
}
