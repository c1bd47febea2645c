// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Strings that a class file must contain to be worth a parse. The search runs for nearly every
 * class that loads, mostly interpreted: it looks at every ninth byte or so, and neither allocates
 * nor follows the file's structure, so that no damaged file can mislead it.
 *
 * <p>Immutable. Source: R. N. Horspool, Practical fast searching in strings (1980), for several
 * strings of which the shortest gives the width.
 */
final class Marks {

  /** Nothing is found. */
  static final Marks NONE = new Marks(Collections.<String>emptyList());

  /** Of each mark a part of this length is looked for first. */
  private final int width;

  /** By the byte that ends their part; empty for most bytes. */
  private final Mark[][] marks = new Mark[256][];

  /** How far the window may move, by the byte at its end; 0 if a part may end there. */
  private final byte[] shifts = new byte[256];

  /**
   * Prepares a search.
   *
   * @param strings of ASCII characters, none of them empty; nothing is found if there are none
   */
  Marks(Collection<String> strings) {
    List<byte[]> texts = new ArrayList<>();
    int shortest = Byte.MAX_VALUE;
    for (String string : strings) {
      byte[] text = string.getBytes(StandardCharsets.US_ASCII);
      texts.add(text);
      shortest = Math.min(shortest, text.length);
    }
    width = shortest;
    Arrays.fill(marks, new Mark[0]);
    Arrays.fill(shifts, (byte) width);
    for (byte[] text : texts) {
      add(new Mark(text, width));
    }
  }

  private void add(Mark mark) {
    int last = mark.text[mark.end] & 0xFF;
    Mark[] more = Arrays.copyOf(marks[last], marks[last].length + 1);
    more[more.length - 1] = mark;
    marks[last] = more;
    for (int i = 0; i < width; i++) {
      int b = mark.text[mark.end - i] & 0xFF;
      shifts[b] = (byte) Math.min(shifts[b], i);
    }
  }

  /** Whether one of them is somewhere in {@code bytes}. */
  boolean areIn(byte[] bytes) {
    int end = width - 1;
    while (end < bytes.length) {
      int last = bytes[end] & 0xFF;
      int shift = shifts[last];
      if (shift > 0) {
        end += shift;
      } else if (isAnyAt(bytes, end, marks[last])) {
        return true;
      } else {
        end++;
      }
    }
    return false;
  }

  private static boolean isAnyAt(byte[] bytes, int end, Mark[] marks) {
    for (Mark mark : marks) {
      if (mark.isAt(bytes, end)) {
        return true;
      }
    }
    return false;
  }

  /** One string. */
  private static final class Mark {

    final byte[] text;

    /** Where its part ends: if possible at a slash, which is rarer than letters are. */
    final int end;

    Mark(byte[] text, int width) {
      this.text = text;
      int slash = text.length - 1;
      while (slash >= width && text[slash] != '/') {
        slash--;
      }
      end = text[slash] == '/' ? slash : width - 1;
    }

    boolean isAt(byte[] bytes, int partEnd) {
      int start = partEnd - end;
      if (start < 0 || bytes.length - start < text.length) {
        return false;
      }
      // From behind: what several have in common is mostly at the begin.
      for (int i = text.length - 1; i >= 0; i--) {
        if (bytes[start + i] != text[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
