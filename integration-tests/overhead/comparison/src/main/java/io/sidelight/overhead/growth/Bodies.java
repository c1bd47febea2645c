// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.growth;

import java.util.Random;
import java.util.function.Supplier;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Writes the methods of one of the {@link SyntheticClasses}. */
final class Bodies {

  private final ClassVisitor writer;
  private final String owner;
  private final int fields;
  private final Random random;
  private final Supplier<String> texts;
  private int line = 20;

  Bodies(ClassVisitor writer, String owner, int fields, Random random, Supplier<String> texts) {
    this.writer = writer;
    this.owner = owner;
    this.fields = fields;
    this.random = random;
    this.texts = texts;
  }

  /** {@code super();} */
  void constructor(String superName) {
    MethodVisitor method = begin(Opcodes.ACC_PUBLIC, "<init>", "()V");
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, superName, "<init>", "()V", false);
    method.visitInsn(Opcodes.RETURN);
    end(method);
  }

  /** {@code static int of(int n) { return Other.of(n); }}, or {@code n} if there is no other. */
  void entry(@Nullable String other) {
    MethodVisitor method = begin(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "of", "(I)I");
    method.visitVarInsn(Opcodes.ILOAD, 0);
    if (other != null) {
      method.visitMethodInsn(Opcodes.INVOKESTATIC, other, "of", "(I)I", false);
    }
    method.visitInsn(Opcodes.IRETURN);
    end(method);
  }

  /** A getter and a setter. */
  void accessors(int field) {
    MethodVisitor getter = begin(Opcodes.ACC_PUBLIC, "getName" + field, "()Ljava/lang/String;");
    getter.visitVarInsn(Opcodes.ALOAD, 0);
    getter.visitFieldInsn(Opcodes.GETFIELD, owner, "name" + field, "Ljava/lang/String;");
    getter.visitInsn(Opcodes.ARETURN);
    end(getter);
    MethodVisitor setter = begin(Opcodes.ACC_PUBLIC, "setName" + field, "(Ljava/lang/String;)V");
    setter.visitVarInsn(Opcodes.ALOAD, 0);
    setter.visitVarInsn(Opcodes.ALOAD, 1);
    setter.visitFieldInsn(Opcodes.PUTFIELD, owner, "name" + field, "Ljava/lang/String;");
    setter.visitInsn(Opcodes.RETURN);
    end(setter);
  }

  /** {@code List name(int n)} with some statements. */
  void work(String name) {
    MethodVisitor method = begin(Opcodes.ACC_PUBLIC, name, "(I)Ljava/util/List;");
    method.visitTypeInsn(Opcodes.NEW, "java/util/ArrayList");
    method.visitInsn(Opcodes.DUP);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/util/ArrayList", "<init>", "()V", false);
    method.visitVarInsn(Opcodes.ASTORE, 2);
    for (int statements = 2 + random.nextInt(5); statements > 0; statements--) {
      number(method);
      switch (random.nextInt(4)) {
        case 0 -> sum(method);
        case 1 -> concatenate(method);
        case 2 -> loop(method);
        default -> guard(method);
      }
    }
    method.visitVarInsn(Opcodes.ALOAD, 2);
    method.visitInsn(Opcodes.ARETURN);
    end(method);
  }

  /** {@code amount += constant} */
  private void sum(MethodVisitor method) {
    String field = "amount" + random.nextInt(fields);
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitInsn(Opcodes.DUP);
    method.visitFieldInsn(Opcodes.GETFIELD, owner, field, "I");
    method.visitLdcInsn(100_000 + random.nextInt(1000));
    method.visitInsn(Opcodes.IADD);
    method.visitFieldInsn(Opcodes.PUTFIELD, owner, field, "I");
  }

  /** {@code list.add(new StringBuilder().append(text).append(n).toString())} */
  private void concatenate(MethodVisitor method) {
    String builder = "java/lang/StringBuilder";
    method.visitVarInsn(Opcodes.ALOAD, 2);
    method.visitTypeInsn(Opcodes.NEW, builder);
    method.visitInsn(Opcodes.DUP);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, builder, "<init>", "()V", false);
    method.visitLdcInsn(texts.get());
    method.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, builder, "append", "(Ljava/lang/String;)L" + builder + ";", false);
    method.visitVarInsn(Opcodes.ILOAD, 1);
    method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, builder, "append", "(I)L" + builder + ";", false);
    method.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, builder, "toString", "()Ljava/lang/String;", false);
    method.visitMethodInsn(
        Opcodes.INVOKEINTERFACE, "java/util/List", "add", "(Ljava/lang/Object;)Z", true);
    method.visitInsn(Opcodes.POP);
  }

  /** {@code for (; n > 0; n--) amount += constant;} */
  private void loop(MethodVisitor method) {
    Label again = new Label();
    Label done = new Label();
    method.visitLabel(again);
    method.visitVarInsn(Opcodes.ILOAD, 1);
    method.visitJumpInsn(Opcodes.IFLE, done);
    sum(method);
    method.visitIincInsn(1, -1);
    method.visitJumpInsn(Opcodes.GOTO, again);
    method.visitLabel(done);
  }

  /** {@code if (n < 0) throw new IllegalStateException(text);} */
  private void guard(MethodVisitor method) {
    String exception = "java/lang/IllegalStateException";
    Label fine = new Label();
    method.visitVarInsn(Opcodes.ILOAD, 1);
    method.visitJumpInsn(Opcodes.IFGE, fine);
    method.visitTypeInsn(Opcodes.NEW, exception);
    method.visitInsn(Opcodes.DUP);
    method.visitLdcInsn(texts.get());
    method.visitMethodInsn(
        Opcodes.INVOKESPECIAL, exception, "<init>", "(Ljava/lang/String;)V", false);
    method.visitInsn(Opcodes.ATHROW);
    method.visitLabel(fine);
  }

  /** Takes a connection and prepares a statement, as what accesses a database does. */
  void jdbc() {
    String statement = "java/sql/PreparedStatement";
    MethodVisitor method =
        begin(Opcodes.ACC_PUBLIC, "execute", "(Ljava/sql/Connection;)L" + statement + ";");
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitLdcInsn("SELECT name FROM " + texts.get());
    method.visitMethodInsn(
        Opcodes.INVOKEINTERFACE,
        "java/sql/Connection",
        "prepareStatement",
        "(Ljava/lang/String;)L" + statement + ";",
        true);
    method.visitInsn(Opcodes.ARETURN);
    end(method);
  }

  /** Takes a request, as what is called by a servlet does. */
  void servlet() {
    String request = "jakarta/servlet/http/HttpServletRequest";
    MethodVisitor method =
        begin(Opcodes.ACC_PUBLIC, "service", "(L" + request + ";)Ljava/lang/String;");
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitMethodInsn(
        Opcodes.INVOKEINTERFACE, request, "getRequestURI", "()Ljava/lang/String;", true);
    method.visitInsn(Opcodes.ARETURN);
    end(method);
  }

  private MethodVisitor begin(int access, String name, String descriptor) {
    MethodVisitor method = writer.visitMethod(access, name, descriptor, null, null);
    method.visitCode();
    number(method);
    return method;
  }

  private void number(MethodVisitor method) {
    Label here = new Label();
    method.visitLabel(here);
    method.visitLineNumber(line++, here);
  }

  private static void end(MethodVisitor method) {
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
