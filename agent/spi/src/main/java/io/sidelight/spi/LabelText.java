// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import org.jspecify.annotations.Nullable;

/** Makes label values safe before they decide which series is meant. */
public final class LabelText {

  private static final String UNKNOWN = "unknown";
  private static final int MAX_CODE_POINTS = 128;

  private LabelText() {}

  /**
   * Replaces control characters and lone surrogates, which would become equal or illegal on the
   * wire, and cuts long values.
   *
   * @return {@code "unknown"} if there is no value
   */
  public static String clean(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return UNKNOWN;
    }
    int codePoints = 0;
    for (int i = 0; i < value.length(); codePoints++) {
      int codePoint = value.codePointAt(i);
      if (codePoints == MAX_CODE_POINTS || isBad(codePoint)) {
        return rewrite(value);
      }
      i += Character.charCount(codePoint);
    }
    return value;
  }

  private static String rewrite(String value) {
    StringBuilder safe = new StringBuilder(MAX_CODE_POINTS);
    int i = 0;
    for (int n = 0; n < MAX_CODE_POINTS && i < value.length(); n++) {
      int codePoint = value.codePointAt(i);
      safe.appendCodePoint(isBad(codePoint) ? '_' : codePoint);
      i += Character.charCount(codePoint);
    }
    return safe.toString();
  }

  private static boolean isBad(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
