// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Texts that a library keeps as bytes, such as the path of a request. One that was asked for
 * recently costs no allocation. Bounded; takes no lock. Safe for many threads.
 */
public final class RecentTexts {

  private static final int PLACES_LOG2 = 9;
  private static final int LONGEST = 256;

  private static final AtomicReferenceArray<@Nullable String> RECENT =
      new AtomicReferenceArray<>(1 << PLACES_LOG2);

  private RecentTexts() {}

  /**
   * The text that these bytes spell in ISO 8859-1.
   *
   * @param start where the first byte is
   * @param end behind the last byte
   * @return null if {@code bytes} is
   */
  public static @Nullable String of(byte @Nullable [] bytes, int start, int end) {
    if (bytes == null) {
      return null;
    }
    int length = end - start;
    if (length > LONGEST) {
      return text(bytes, start, length);
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    // Fibonacci hashing: texts that differ in a number only must not crowd.
    int place = (hash * 0x9E3779B9) >>> (Integer.SIZE - PLACES_LOG2);
    String known = RECENT.get(place);
    if (known != null && known.length() == length && spells(bytes, start, known)) {
      return known;
    }
    String text = text(bytes, start, length);
    RECENT.set(place, text);
    return text;
  }

  /** Without a {@code Charset}: this package names as little of the JDK as it can. */
  private static String text(byte[] bytes, int start, int length) {
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = (char) (bytes[start + i] & 0xFF);
    }
    return new String(chars);
  }

  private static boolean spells(byte[] bytes, int start, String text) {
    for (int i = 0; i < text.length(); i++) {
      if ((bytes[start + i] & 0xFF) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
