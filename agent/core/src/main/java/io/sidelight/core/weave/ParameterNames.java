// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * The names of one method's parameters: what {@code -parameters} keeps, or else the local variables
 * of {@code -g} that are there from the first instruction on.
 */
final class ParameterNames extends ClassVisitor {

  private final String method;
  private final String descriptor;
  private final int[] slots;
  private final @Nullable String[] names;

  private ParameterNames(String method, String descriptor, boolean isStatic) {
    super(OpenedClassReader.ASM_API);
    this.method = method;
    this.descriptor = descriptor;
    Type[] types = Type.getArgumentTypes(descriptor);
    slots = new int[types.length];
    names = new String[types.length];
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < types.length; i++) {
      slots[i] = slot;
      slot += types[i].getSize();
    }
  }

  /** All of them, in order; empty if one is unknown. */
  static List<String> of(byte[] bytes, String method, String descriptor, boolean isStatic) {
    ParameterNames reader = new ParameterNames(method, descriptor, isStatic);
    OpenedClassReader.of(bytes).accept(reader, ClassReader.SKIP_FRAMES);
    List<String> found = Arrays.asList(reader.names);
    return found.contains(null) ? Collections.<String>emptyList() : found;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String itsDescriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return name.equals(method) && itsDescriptor.equals(descriptor) ? new Reader() : null;
  }

  private final class Reader extends MethodVisitor {
    private int parameters;
    private @Nullable Label begin;

    Reader() {
      super(OpenedClassReader.ASM_API);
    }

    @Override
    public void visitParameter(@Nullable String name, int access) {
      if (parameters < names.length) {
        names[parameters++] = name;
      }
    }

    @Override
    public void visitLabel(Label label) {
      if (begin == null) {
        begin = label;
      }
    }

    @Override
    public void visitLocalVariable(
        String name, String type, @Nullable String signature, Label start, Label end, int index) {
      for (int i = 0; i < slots.length && start == begin; i++) {
        if (slots[i] == index && names[i] == null) {
          names[i] = name;
        }
      }
    }
  }
}
