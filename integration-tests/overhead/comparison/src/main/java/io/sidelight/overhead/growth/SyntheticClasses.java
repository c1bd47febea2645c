// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Classes as applications have them: of 2 to 6 kB, with fields, bodies, line numbers, strings, a
 * superclass and interfaces of their own, annotations of frameworks; 3 in 100 mention JDBC or
 * servlets without being what an agent weaves. The same on each run.
 */
final class SyntheticClasses {

  /** In a group there is an interface, then a base class, then what extends and implements them. */
  private static final int GROUP = 20;

  private static final String[] WORDS = {
    "order", "customer", "invoice", "shipment", "address", "discount", "payment", "stock", "basket"
  };

  private static final String[] ANNOTATIONS = {
    "Lorg/springframework/stereotype/Service;",
    "Lorg/springframework/stereotype/Component;",
    "Ljava/lang/Deprecated;"
  };

  private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final Random random = new Random(20260101);

  private SyntheticClasses() {}

  /**
   * Writes a JAR of the classes from 0, and says how large they are.
   *
   * @return the mean size of a class file, in bytes
   */
  static double write(Path file, int count) {
    SyntheticClasses classes = new SyntheticClasses();
    long bytes = 0;
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < count; i++) {
        byte[] written = classes.write(i);
        JarEntry entry = new JarEntry(internalName(i) + ".class");
        entry.setTimeLocal(WRITTEN);
        jar.putNextEntry(entry);
        jar.write(written);
        jar.closeEntry();
        bytes += written.length;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (double) bytes / count;
  }

  private static String internalName(int number) {
    return LoadMain.className(number).replace('.', '/');
  }

  private byte[] write(int number) {
    int first = number - number % GROUP;
    if (number == first) {
      return writeInterface(number);
    }
    String name = internalName(number);
    boolean base = number == first + 1;
    String superName =
        base || random.nextInt(3) == 0 ? "java/lang/Object" : internalName(first + 1);
    ClassWriter writer = new Frames();
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
        name,
        null,
        superName,
        base || random.nextInt(3) == 0 ? new String[] {internalName(first)} : new String[0]);
    writer.visitSource("Type" + number + ".java", null);
    if (random.nextInt(3) == 0) {
      AnnotationVisitor annotation =
          writer.visitAnnotation(ANNOTATIONS[random.nextInt(ANNOTATIONS.length)], true);
      annotation.visit("value", text());
      annotation.visitEnd();
    }
    int fields = 2 + random.nextInt(6);
    for (int i = 0; i < fields; i++) {
      writer.visitField(Opcodes.ACC_PRIVATE, "amount" + i, "I", null, null).visitEnd();
      writer
          .visitField(Opcodes.ACC_PRIVATE, "name" + i, "Ljava/lang/String;", null, null)
          .visitEnd();
    }
    Bodies bodies = new Bodies(writer, name, fields, random, this::text);
    bodies.constructor(superName);
    bodies.entry(
        first + 1 < number ? internalName(first + 1 + random.nextInt(number - first - 1)) : null);
    for (int i = 0; i < fields; i++) {
      bodies.accessors(i);
    }
    int methods = 4 + random.nextInt(12);
    for (int i = 0; i < methods; i++) {
      bodies.work(WORDS[random.nextInt(WORDS.length)] + i);
    }
    switch (number % 100) {
      case 33, 66 -> bodies.jdbc();
      case 99 -> bodies.servlet();
      default -> {}
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private byte[] writeInterface(int number) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT,
        internalName(number),
        null,
        "java/lang/Object",
        new String[0]);
    for (String word : WORDS) {
      MethodVisitor method =
          writer.visitMethod(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, word, "(I)Ljava/util/List;", null, null);
      method.visitEnd();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int words = 2 + random.nextInt(4); words > 0; words--) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return text.append(random.nextInt(10_000)).toString();
  }

  /** Computes frames without looking for common superclasses: the bodies need none. */
  private static final class Frames extends ClassWriter {
    Frames() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      return "java/lang/Object";
    }
  }
}
