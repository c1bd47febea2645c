// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Defines thousands of broken variants of a class with annotated methods. */
public final class BrokenClasses extends ClassLoader {

  private BrokenClasses() {
    super(BrokenClasses.class.getClassLoader());
  }

  /** The argument is how many; prints what became of them. */
  public static void main(String[] args) throws IOException {
    byte[] original = bytesOf("Work.class");
    byte[] future = original.clone();
    future[7] = 99;
    System.out.println("future " + fate(future));
    byte[] preview = original.clone();
    preview[4] = (byte) 0xff;
    preview[5] = (byte) 0xff;
    System.out.println("preview " + fate(preview));
    System.out.println("empty " + fate(new byte[0]));
    Random random = new Random(20);
    Map<String, Integer> fates = new TreeMap<>();
    for (int i = Integer.parseInt(args[0]); i > 0; i--) {
      fates.merge(fate(mutated(original, random)), 1, Integer::sum);
    }
    System.out.println("mutated " + fates);
    Work.main(new String[] {"1"});
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
    }
    return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  /** Without the message, in which the JVM may name a place in the file. */
  private static String fate(byte[] bytes) {
    try {
      new BrokenClasses().defineClass(null, bytes, 0, bytes.length);
      return "defined";
    } catch (LinkageError e) {
      return e.getClass().getSimpleName();
    }
  }

  private static byte[] bytesOf(String resource) throws IOException {
    try (InputStream in = BrokenClasses.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no " + resource);
      }
      return in.readAllBytes();
    }
  }
}
