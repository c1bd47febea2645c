// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.annotation.AnnotationValue;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.description.type.TypeList;
import net.bytebuddy.description.type.TypeVariableToken;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Inlines advice into the methods it is for; all others are copied as they are. */
final class AdviceVisitor extends ClassVisitor {

  private final TypeDescription type;
  private final TypePool pool;
  private final Implementation.Context context;
  private final Map<String, List<Advice>> advice;

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
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
    List<Advice> its = advice.get(name + descriptor);
    if (visitor == null || its == null) {
      return visitor;
    }
    MethodDescription method = describe(access, name, descriptor);
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

  /** From what is at hand: the type pool would parse the whole class to find one method. */
  private MethodDescription describe(int access, String name, String descriptor) {
    List<TypeDescription> parameters = new ArrayList<>();
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      parameters.add(describe(parameter));
    }
    return new Described(
        type,
        name,
        access & 0xFFFF, // without what only ASM knows
        describe(Type.getReturnType(descriptor)).asGenericType(),
        parameters);
  }

  private TypeDescription describe(Type of) {
    // The pool knows arrays by the name that Class.forName takes.
    String name =
        of.getSort() == Type.ARRAY ? of.getInternalName().replace('/', '.') : of.getClassName();
    return pool.describe(name).resolve();
  }

  /** Byte Buddy asks for the size of the parameters at each instruction that uses a variable. */
  private static final class Described extends MethodDescription.Latent {

    private int stackSize = -1;

    Described(
        TypeDescription type,
        String name,
        int modifiers,
        TypeDescription.Generic returnType,
        List<TypeDescription> parameters) {
      super(
          type,
          name,
          modifiers,
          Collections.<TypeVariableToken>emptyList(),
          returnType,
          new ParameterDescription.Token.TypeList(new TypeList.Generic.Explicit(parameters)),
          Collections.<TypeDescription.Generic>emptyList(),
          Collections.<AnnotationDescription>emptyList(),
          AnnotationValue.UNDEFINED,
          TypeDescription.Generic.UNDEFINED);
    }

    @Override
    public int getStackSize() {
      if (stackSize < 0) {
        stackSize = super.getStackSize();
      }
      return stackSize;
    }
  }
}
