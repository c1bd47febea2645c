// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.spi.Label;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names for caches that have none, from the code that builds them: the class, and a number if it
 * builds caches in several places. Caches that one place builds share a name. Safe for many
 * threads.
 */
final class BuildSites {

  /** After so many caches it is an application that builds them all the time: stacks cost. */
  private static final int MOST_STACKS = 10_000;

  /** What stands between a cache and who wants it. */
  private static final String[] NOT_THE_APPLICATION = {
    "io.sidelight.bootstrap.",
    "io.sidelight.instrumentation.",
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "kotlin.",
    "com.github.benmanes.caffeine.",
    "com.google.common.cache.",
    "org.ehcache.",
    "net.sf.ehcache.",
  };

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int stacks;

  /** The name for a cache that this thread is building. */
  String name() {
    synchronized (this) {
      if (stacks == MOST_STACKS) {
        return Label.OTHER;
      }
      stacks++;
    }
    return name(new Throwable().getStackTrace());
  }

  /** The name for a cache that was built there. */
  String name(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (!startsWithAny(frame.getClassName())) {
        return name(frame);
      }
    }
    return Label.OTHER;
  }

  private synchronized String name(StackTraceElement frame) {
    String place = frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    String known = names.get(place);
    if (known == null) {
      String base = simple(frame.getClassName());
      known = base;
      for (int number = 2; !taken.add(known); number++) {
        known = base + "-" + number;
      }
      names.put(place, known);
    }
    return known;
  }

  /** Without the package, and without what compilers and proxies add. */
  private static String simple(String className) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    int end = 0;
    while (end < name.length() && !isAddition(name, end)) {
      end++;
    }
    return name.substring(0, end).replace('$', '.');
  }

  private static boolean isAddition(String name, int at) {
    if (at == 0 || name.charAt(at) != '$') {
      return false;
    }
    char next = at + 1 < name.length() ? name.charAt(at + 1) : '$';
    return next == '$' || (next >= '0' && next <= '9');
  }

  private static boolean startsWithAny(String className) {
    for (String prefix : NOT_THE_APPLICATION) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
