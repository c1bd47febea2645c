// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Recognises methods that compilers add to those of the source, with their annotations, only to
 * call them: Kotlin's overloads, statics of companions and {@code DefaultImpls}, Scala's members of
 * traits and statics of objects. Nobody can write the names that they call in Java.
 *
 * <p>For one method and one thread.
 */
final class Forwarder {

  private static final int LAST_CONSTANT = 0x0F;
  private static final int BIPUSH = 0x10;
  private static final int SIPUSH = 0x11;
  private static final int LDC = 0x12;
  private static final int LDC2_W = 0x14;
  private static final int LAST_LOAD_WITH_INDEX = 0x19;
  private static final int LAST_LOAD = 0x2D;
  private static final int IRETURN = 0xAC;
  private static final int RETURN = 0xB1;
  private static final int GETSTATIC = 0xB2;
  private static final int INVOKEVIRTUAL = 0xB6;
  private static final int INVOKESTATIC = 0xB8;
  private static final int INVOKEINTERFACE = 0xB9;
  private static final int CHECKCAST = 0xC0;

  /** Kotlin's, of arguments that must not be null. */
  private static final String CHECKS = "kotlin/jvm/internal/Intrinsics";

  /** On what Kotlin's compiler has written. */
  private static final Marks KOTLIN = new Marks(Collections.singleton("Lkotlin/Metadata;"));

  private final ClassFile file;
  private final String className;
  private final ClassFile.Method method;

  // What it calls, and on which static field's object; null until found.
  private @Nullable String owner;
  private @Nullable String called;
  private @Nullable String fieldOwner;
  private @Nullable String field;

  private Forwarder(ClassFile file, String className, ClassFile.Method method) {
    this.file = file;
    this.className = className;
    this.method = method;
  }

  /**
   * Whether a method is one.
   *
   * @param bytes the class file, and {@code file} as it was parsed
   * @param className the internal name of its class
   */
  static boolean is(byte[] bytes, ClassFile file, String className, ClassFile.Method method) {
    Forwarder forwarder = new Forwarder(file, className, method);
    // Last, as it searches the whole class: few methods do nothing but call another.
    return forwarder.onlyCalls() && forwarder.callsItsSource(KOTLIN.areIn(bytes));
  }

  /** Whether it loads values, calls one method and returns. */
  private boolean onlyCalls() {
    int end = method.code + method.codeLength;
    int at = method.code;
    while (at < end) {
      int length = length(file.at(at));
      if (length == 0 || !accept(at)) {
        return false;
      }
      at += length;
    }
    return called != null;
  }

  private boolean accept(int at) {
    int instruction = file.at(at);
    if (called != null) {
      return instruction == CHECKCAST || isReturn(instruction);
    }
    if (instruction == GETSTATIC) {
      if (field != null) {
        return false;
      }
      fieldOwner = file.owner(at);
      field = file.member(at);
    } else if (instruction >= INVOKEVIRTUAL && instruction <= INVOKEINTERFACE) {
      String its = file.owner(at);
      if (!its.equals(CHECKS)) {
        owner = its;
        called = file.member(at);
      }
    }
    return true;
  }

  /** Of the few instructions that forwarding takes; 0 of any other. */
  private static int length(int instruction) {
    if (instruction <= LAST_CONSTANT) {
      return instruction == 0 ? 0 : 1;
    }
    if (instruction == BIPUSH || instruction == LDC) {
      return 2;
    }
    if (instruction == SIPUSH || instruction <= LDC2_W) {
      return 3;
    }
    if (instruction <= LAST_LOAD) {
      return instruction <= LAST_LOAD_WITH_INDEX ? 2 : 1;
    }
    if (isReturn(instruction)) {
      return 1;
    }
    if (instruction == INVOKEINTERFACE) {
      return 5;
    }
    boolean calls = instruction >= INVOKEVIRTUAL && instruction <= INVOKESTATIC;
    return calls || instruction == GETSTATIC || instruction == CHECKCAST ? 3 : 0;
  }

  private static boolean isReturn(int instruction) {
    return instruction >= IRETURN && instruction <= RETURN;
  }

  private boolean callsItsSource(boolean ofKotlin) {
    String name = method.name;
    if (field != null) {
      boolean ofObject = field.equals("MODULE$") && (className + "$").equals(owner);
      boolean ofCompanion =
          ofKotlin && className.equals(fieldOwner) && (className + "$" + field).equals(owner);
      return name.equals(called) && (ofObject || ofCompanion);
    }
    if (ofKotlin) {
      return (className.equals(owner) && (name + "$default").equals(called))
          || ("access$" + name + "$jd").equals(called)
          || (name.equals(called) && owner != null && owner.endsWith("$DefaultImpls"));
    }
    return (name + "$").equals(called);
  }
}
