// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the weaver must know of a class file before Byte Buddy is worth loading: names, supertypes
 * and declared methods. Reads the bytes once; throws {@link RuntimeException} where they are no
 * class file.
 *
 * <p>Source: The Java Virtual Machine Specification, chapter 4.
 */
final class ClassFile {

  private static final int INTERFACE = 0x0200;

  /** {@code aload, aload, putfield, return}. */
  private static final int LONGEST_ACCESSOR = 6;

  private static final int BIPUSH = 0x10;
  private static final int SIPUSH = 0x11;
  private static final int LDC = 0x12;
  private static final int ILOAD = 0x15;
  private static final int ALOAD = 0x19;
  private static final int GETSTATIC = 0xB2;
  private static final int INVOKEVIRTUAL = 0xB6;
  private static final int INVOKEDYNAMIC = 0xBA;

  /** A declared method. */
  static final class Method {
    final int access;
    final String name;
    final String descriptor;
    final int codeLength;

    /** Where its instructions are in the class file. */
    final int code;

    /** Whether it can do no more than read or set a field. */
    final boolean isAccessor;

    Method(
        int access, String name, String descriptor, int code, int codeLength, boolean isAccessor) {
      this.access = access;
      this.name = name;
      this.descriptor = descriptor;
      this.code = code;
      this.codeLength = codeLength;
      this.isAccessor = isAccessor;
    }
  }

  private final byte[] bytes;
  private final int[] offsets;
  private final int afterPool;

  private ClassFile(byte[] bytes, int[] offsets, int afterPool) {
    this.bytes = bytes;
    this.offsets = offsets;
    this.afterPool = afterPool;
  }

  /** The version of a class file; 0 if the bytes are none. */
  static int majorVersion(byte[] bytes) {
    return bytes.length < 10 || (u2(bytes, 0) != 0xCAFE) || (u2(bytes, 2) != 0xBABE)
        ? 0
        : u2(bytes, 6);
  }

  static ClassFile parse(byte[] bytes) {
    if (majorVersion(bytes) == 0) {
      throw new IllegalArgumentException("not a class file");
    }
    int count = u2(bytes, 8);
    int[] offsets = new int[count];
    int position = 10;
    for (int i = 1; i < count; i++) {
      offsets[i] = position;
      int tag = bytes[position];
      if (tag == 1) {
        position += 3 + u2(bytes, position + 1);
      } else {
        position += size(tag);
        if (tag == 5 || tag == 6) {
          i++;
        }
      }
    }
    return new ClassFile(bytes, offsets, position);
  }

  boolean isInterface() {
    return (u2(bytes, afterPool) & INTERFACE) != 0;
  }

  /** The superclass's internal name; null for {@code Object} and modules. */
  @Nullable String superName() {
    int index = u2(bytes, afterPool + 4);
    return index == 0 ? null : className(index);
  }

  /** The direct interfaces' internal names. */
  List<String> interfaces() {
    int count = u2(bytes, afterPool + 6);
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(className(u2(bytes, afterPool + 8 + 2 * i)));
    }
    return names;
  }

  /** The declared methods that have a body. */
  List<Method> methods() {
    int position = afterPool + 8 + 2 * u2(bytes, afterPool + 6);
    int fields = u2(bytes, position);
    position += 2;
    for (int i = 0; i < fields; i++) {
      position = skipAttributes(position + 6);
    }
    int count = u2(bytes, position);
    position += 2;
    List<Method> methods = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int code = code(position + 6);
      int codeLength = code == 0 ? 0 : u4(code);
      if (codeLength > 0) {
        methods.add(
            new Method(
                u2(bytes, position),
                utf8(u2(bytes, position + 2)),
                utf8(u2(bytes, position + 4)),
                code + 4,
                codeLength,
                isAccessor(code + 4, codeLength)));
      }
      position = skipAttributes(position + 6);
    }
    return methods;
  }

  /** The internal name of the class of a field or method that an instruction mentions. */
  String owner(int instruction) {
    return className(u2(bytes, reference(instruction) + 1));
  }

  /** The name of a field or method that an instruction mentions. */
  String member(int instruction) {
    int nameAndType = offsets[u2(bytes, reference(instruction) + 3)];
    return utf8(u2(bytes, nameAndType + 1));
  }

  private int reference(int instruction) {
    return offsets[u2(bytes, instruction + 1)];
  }

  /** The byte at that place of the class file. */
  int at(int position) {
    return bytes[position] & 0xFF;
  }

  /** Where the length of its code is, and then the code; 0 if there is none. */
  private int code(int attributes) {
    int count = u2(bytes, attributes);
    int position = attributes + 2;
    for (int i = 0; i < count; i++) {
      if ("Code".equals(utf8(u2(bytes, position)))) {
        return position + 10;
      }
      position += 6 + u4(position + 2);
    }
    return 0;
  }

  private boolean isAccessor(int code, int length) {
    for (int at = 0; at < length && length <= LONGEST_ACCESSOR; ) {
      int instruction = bytes[code + at] & 0xFF;
      if (instruction >= INVOKEVIRTUAL && instruction <= INVOKEDYNAMIC) {
        return false;
      }
      if (instruction == BIPUSH || instruction == LDC || isLoadWithIndex(instruction)) {
        at += 2;
      } else {
        at += isOfField(instruction) || instruction == SIPUSH ? 3 : 1;
      }
    }
    return length <= LONGEST_ACCESSOR;
  }

  private static boolean isLoadWithIndex(int instruction) {
    return instruction >= ILOAD && instruction <= ALOAD;
  }

  private static boolean isOfField(int instruction) {
    return instruction >= GETSTATIC && instruction < INVOKEVIRTUAL;
  }

  private int skipAttributes(int attributes) {
    int count = u2(bytes, attributes);
    int position = attributes + 2;
    for (int i = 0; i < count; i++) {
      int length = u4(position + 2);
      if (length < 0) {
        throw new IllegalArgumentException("attribute of negative length");
      }
      position += 6 + length;
    }
    return position;
  }

  private String className(int index) {
    return utf8(u2(bytes, offsets[index] + 1));
  }

  private String utf8(int index) {
    int offset = offsets[index];
    return new String(bytes, offset + 3, u2(bytes, offset + 1), StandardCharsets.UTF_8);
  }

  private int u4(int at) {
    return (u2(bytes, at) << 16) | u2(bytes, at + 2);
  }

  private static int u2(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  private static int size(int tag) {
    switch (tag) {
      case 7: // Class
      case 8: // String
      case 16: // MethodType
      case 19: // Module
      case 20: // Package
        return 3;
      case 15: // MethodHandle
        return 4;
      case 3: // Integer
      case 4: // Float
      case 9: // Fieldref
      case 10: // Methodref
      case 11: // InterfaceMethodref
      case 12: // NameAndType
      case 17: // Dynamic
      case 18: // InvokeDynamic
        return 5;
      case 5: // Long
      case 6: // Double
        return 9;
      default:
        throw new IllegalArgumentException("constant of unknown kind " + tag);
    }
  }
}
