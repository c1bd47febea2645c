// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.packaging;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The version of a class file, and the classes that its constant pool names. */
final class ClassConstants {

  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;

  private final int majorVersion;
  private final SortedSet<String> classes = new TreeSet<>();

  ClassConstants(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      in.readInt();
      in.readUnsignedShort();
      majorVersion = in.readUnsignedShort();
      readPool(in);
    }
  }

  int majorVersion() {
    return majorVersion;
  }

  /** Names with dots, without arrays and primitives. */
  SortedSet<String> classes() {
    return classes;
  }

  private void readPool(DataInputStream in) throws IOException {
    Map<Integer, String> texts = new HashMap<>();
    List<Integer> names = new ArrayList<>();
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      if (tag == UTF8) {
        texts.put(i, in.readUTF());
      } else if (tag == CLASS) {
        names.add(in.readUnsignedShort());
      } else {
        in.skipBytes(sizeOf(tag));
        i += tag == LONG || tag == DOUBLE ? 1 : 0;
      }
    }
    for (Integer index : names) {
      String name = texts.getOrDefault(index, "").replaceFirst("^\\[+L?", "").replace(";", "");
      if (name.length() > 1) {
        classes.add(name.replace('/', '.'));
      }
    }
  }

  private static int sizeOf(int tag) throws IOException {
    return switch (tag) {
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case LONG, DOUBLE -> 8;
      case 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> throw new IOException("constant of kind " + tag);
    };
  }
}
