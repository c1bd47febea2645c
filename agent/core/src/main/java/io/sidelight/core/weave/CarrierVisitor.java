// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.util.Arrays;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes a class a {@link io.sidelight.bootstrap.Carrier}: one private transient field and its two
 * accessors, all synthetic, so that reflection-driven tools pass over them.
 */
final class CarrierVisitor extends ClassVisitor {

  private static final String CARRIER = "io/sidelight/bootstrap/Carrier";
  private static final String MEMBER = "sidelight$state";
  private static final String OBJECT = "Ljava/lang/Object;";

  private String owner = "";
  private boolean present;

  CarrierVisitor(ClassVisitor next) {
    super(OpenedClassReader.ASM_API, next);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    owner = name;
    String[] types = interfaces == null ? new String[0] : interfaces;
    present = Arrays.asList(types).contains(CARRIER);
    String[] more = types;
    if (!present) {
      more = Arrays.copyOf(types, types.length + 1);
      more[types.length] = CARRIER;
    }
    String moreSignature =
        signature == null || present ? signature : signature + "L" + CARRIER + ";";
    super.visit(version, access, name, moreSignature, superName, more);
  }

  @Override
  public void visitEnd() {
    if (!present) {
      int hidden = Opcodes.ACC_SYNTHETIC;
      super.visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | hidden, MEMBER, OBJECT, null, null)
          .visitEnd();
      addGetter(Opcodes.ACC_PUBLIC | hidden);
      addSetter(Opcodes.ACC_PUBLIC | hidden);
    }
    super.visitEnd();
  }

  private void addGetter(int access) {
    MethodVisitor method = super.visitMethod(access, MEMBER, "()" + OBJECT, null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitFieldInsn(Opcodes.GETFIELD, owner, MEMBER, OBJECT);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(1, 1);
    method.visitEnd();
  }

  private void addSetter(int access) {
    MethodVisitor method = super.visitMethod(access, MEMBER, "(" + OBJECT + ")V", null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitFieldInsn(Opcodes.PUTFIELD, owner, MEMBER, OBJECT);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(2, 2);
    method.visitEnd();
  }
}
