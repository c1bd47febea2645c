// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

/**
 * Class-name patterns: {@code *} stands for any part of one segment, {@code **} for any run of
 * segments.
 */
public final class Glob {

  private Glob() {}

  /** Takes time in proportion to both lengths multiplied, whatever the pattern. */
  public static boolean matches(String glob, String name) {
    int star = glob.indexOf('*');
    if (star < 0) {
      return glob.equals(name);
    }
    if (!name.regionMatches(0, glob, 0, star)) {
      return false; // most names, at next to no cost
    }
    boolean[] reached = new boolean[name.length() + 1];
    reached[0] = true;
    for (int g = 0; g < glob.length(); g++) {
      char c = glob.charAt(g);
      boolean any = glob.startsWith("**", g);
      if (c == '*') {
        for (int i = 0; i < name.length(); i++) {
          reached[i + 1] |= reached[i] && (any || name.charAt(i) != '.');
        }
      } else {
        for (int i = name.length(); i > 0; i--) {
          reached[i] = reached[i - 1] && name.charAt(i - 1) == c;
        }
        reached[0] = false;
      }
      g += any ? 1 : 0;
    }
    return reached[name.length()];
  }
}
