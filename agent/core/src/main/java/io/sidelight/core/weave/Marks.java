// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Strings that a class file must contain to be worth a parse. The search runs for nearly every
 * class that loads, mostly interpreted: it looks at every ninth byte or so, and neither allocates
 * nor follows the file's structure, so that no damaged file can mislead it.
 *
 * <p>Immutable. Source: R. N. Horspool, Practical fast searching in strings (1980), for several
 * strings of which the shortest gives the width.
 */
final class Marks {

  private final byte[][] marks;
  private final int width;

  /** How far the window may move, by the byte at its end; 0 if a mark may end there. */
  private final byte[] shifts = new byte[256];

  /**
   * Prepares a search.
   *
   * @param strings of ASCII characters, none of them empty; nothing is found if there are none
   */
  Marks(Collection<String> strings) {
    marks = new byte[strings.size()][];
    int shortest = Byte.MAX_VALUE;
    int next = 0;
    for (String string : strings) {
      byte[] mark = string.getBytes(StandardCharsets.US_ASCII);
      marks[next++] = mark;
      shortest = Math.min(shortest, mark.length);
    }
    width = shortest;
    Arrays.fill(shifts, (byte) width);
    for (byte[] mark : marks) {
      for (int i = 0; i < width; i++) {
        int b = mark[i] & 0xFF;
        shifts[b] = (byte) Math.min(shifts[b], width - 1 - i);
      }
    }
  }

  /** Whether one of them is somewhere in {@code bytes}. */
  boolean areIn(byte[] bytes) {
    if (marks.length == 0) {
      return false;
    }
    int end = width - 1;
    while (end < bytes.length) {
      int shift = shifts[bytes[end] & 0xFF];
      if (shift > 0) {
        end += shift;
      } else if (isAt(bytes, end - width + 1)) {
        return true;
      } else {
        end++;
      }
    }
    return false;
  }

  private boolean isAt(byte[] bytes, int start) {
    for (byte[] mark : marks) {
      if (bytes.length - start >= mark.length && isAt(bytes, start, mark)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] bytes, int start, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes[start + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
