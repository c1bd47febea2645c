// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.nio.charset.StandardCharsets;

/**
 * Tells words, which name something, from values: numbers, identifiers, tokens, addresses of
 * people. What is not plainly a word is a value, so that nothing personal or secret gets into a
 * label.
 */
public final class Words {

  /** Longer ones are no words. */
  public static final int LONGEST = 64;

  /** From this length on, a digit tells a token from a word. */
  private static final int TOKEN = 20;

  /** Enough digits for a number that somebody was given: an order's, a customer's. */
  private static final int MANY_DIGITS = 5;

  /** Letters and digits so often in turn are chosen by chance, as in {@code dQw4w9WgXcQ}. */
  private static final int MANY_TURNS = 4;

  private static final int HEX = 8;

  private Words() {}

  /** Whether that text is a word. */
  public static boolean isWord(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII); // a question mark is in no word
    return isWord(ascii, 0, ascii.length);
  }

  /**
   * Whether these bytes spell a word. Allocates nothing.
   *
   * @param from where the first byte is
   * @param to behind the last byte
   */
  public static boolean isWord(byte[] text, int from, int to) {
    return from < to
        && to - from <= LONGEST
        && (isVersion(text, from, to) || isPlainWord(text, from, to));
  }

  /** Whether words may have that character: a letter, digit, hyphen, underscore or dot. */
  public static boolean isInWords(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || isHyphen(c);
  }

  /** Such as {@code v1} or {@code v2.1}, which tells interfaces apart. */
  private static boolean isVersion(byte[] text, int from, int to) {
    if (to - from < 2 || to - from > 6 || (text[from] | 32) != 'v') {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (!isDigit(text[i]) && (text[i] != '.' || i == from + 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainWord(byte[] text, int from, int to) {
    int digits = 0;
    int hex = 0;
    int turns = 0;
    for (int i = from; i < to; i++) {
      byte c = text[i];
      if (!isInWords(c)) {
        return false;
      }
      digits += isDigit(c) ? 1 : 0;
      hex += Character.digit(c, 16) >= 0 ? 1 : 0;
      turns += i > from && isTurn(text[i - 1], c) ? 1 : 0;
    }
    int length = to - from;
    return digits < MANY_DIGITS
        && turns < MANY_TURNS
        && (digits == 0 || length < TOKEN)
        && (hex < length || length < HEX)
        && !hasNumber(text, from, to);
  }

  /** Whether a part between hyphens, dots or underscores is a number: {@code order-17}. */
  private static boolean hasNumber(byte[] text, int from, int to) {
    boolean number = true;
    boolean empty = true;
    for (int i = from; i < to; i++) {
      if (isHyphen(text[i])) {
        if (number && !empty) {
          return true;
        }
        number = true;
        empty = true;
      } else {
        number &= isDigit(text[i]);
        empty = false;
      }
    }
    return number && !empty;
  }

  private static boolean isTurn(int before, int c) {
    return !isHyphen(before) && !isHyphen(c) && isDigit(before) != isDigit(c);
  }

  private static boolean isHyphen(int c) {
    return c == '-' || c == '_' || c == '.';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
