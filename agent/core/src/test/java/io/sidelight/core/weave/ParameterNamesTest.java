// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParameterNamesTest {

  @SuppressWarnings("unused")
  static long ofNoObject(long first, int[] second, double third) {
    long local = first + second.length;
    return local;
  }

  @SuppressWarnings("unused")
  long ofAnObject(double first, String second) {
    return second.length();
  }

  @Test
  void theyAreThoseThatTheCompilerKept() throws IOException {
    assertThatAllAreFound(bytes());
  }

  @Test
  void orElseThoseOfTheFirstLocalVariables() throws IOException {
    assertThatAllAreFound(rewritten(0));
  }

  @Test
  void theyAreUnknownWithoutBoth() throws IOException {
    byte[] bytes = rewritten(ClassReader.SKIP_DEBUG);

    assertThat(ParameterNames.of(bytes, "ofNoObject", "(J[ID)J", true)).isEmpty();
  }

  private static void assertThatAllAreFound(byte[] bytes) {
    assertThat(ParameterNames.of(bytes, "ofNoObject", "(J[ID)J", true))
        .isEqualTo(List.of("first", "second", "third"));
    assertThat(ParameterNames.of(bytes, "ofAnObject", "(DLjava/lang/String;)J", false))
        .isEqualTo(List.of("first", "second"));
    assertThat(ParameterNames.of(bytes, "bytes", "()[B", true)).isEmpty();
  }

  /** Without what {@code -parameters} keeps. */
  private static byte[] rewritten(int flags) throws IOException {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes())
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] exceptions) {
                MethodVisitor next =
                    super.visitMethod(access, name, descriptor, signature, exceptions);
                return new MethodVisitor(Opcodes.ASM9, next) {
                  @Override
                  public void visitParameter(@Nullable String parameter, int flags) {}
                };
              }
            },
            flags);
    return writer.toByteArray();
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in =
        ParameterNamesTest.class.getResourceAsStream("ParameterNamesTest.class")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
