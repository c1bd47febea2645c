// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

/** Subclasses that libraries make at run time: what they override or copy is in a class below. */
public final class GeneratedClasses {

  private static final String[] MARKS = {
    "$$SpringCGLIB$$",
    "$$EnhancerBy",
    "$$FastClassBy",
    "$MockitoMock$",
    "$HibernateProxy$",
    "$$_Weld",
    "_$$_",
    "$Proxy",
    "$ByteBuddy$"
  };

  private GeneratedClasses() {}

  /** Whether a class of that name is one. */
  public static boolean contain(String className) {
    for (String mark : MARKS) {
      if (className.contains(mark)) {
        return true;
      }
    }
    return false;
  }
}
