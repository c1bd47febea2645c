// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import static java.util.Arrays.asList;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What one part of a path is: a word that names something, or a value. */
final class Segment {

  static final String VALUE = ":id";

  /** Longer ones are no words. */
  private static final int LONGEST = 64;

  /** From this length on, a digit tells a token from a word. */
  private static final int TOKEN = 20;

  /** Enough digits for a number that somebody was given: an order's, a customer's. */
  private static final int MANY_DIGITS = 5;

  /** Letters and digits so often in turn are chosen by chance, as in {@code dQw4w9WgXcQ}. */
  private static final int MANY_TURNS = 4;

  private static final int HEX = 8;

  /**
   * Files that a server reads from its disk. Not {@code json}, {@code xml} and the like, which
   * programs answer with.
   */
  private static final Set<String> STATIC_FILES =
      new HashSet<>(
          asList(
              "avif",
              "bmp",
              "css",
              "eot",
              "gif",
              "gz",
              "htm",
              "html",
              "ico",
              "jpeg",
              "jpg",
              "js",
              "map",
              "mjs",
              "mp3",
              "mp4",
              "ogg",
              "otf",
              "pdf",
              "png",
              "svg",
              "tif",
              "tiff",
              "ttf",
              "txt",
              "wasm",
              "wav",
              "webm",
              "webmanifest",
              "webp",
              "woff",
              "woff2",
              "zip"));

  private Segment() {}

  /**
   * One part of a path without parameters. Only what stands for a letter, digit, dot or hyphen is
   * decoded; a {@code %} that remains makes it a value, whatever it stands for.
   */
  static String decoded(String path, int from, int to) {
    StringBuilder decoded = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = path.charAt(i);
      if (c == ';') {
        break;
      }
      int octet = c == '%' && i + 2 < to ? octet(path, i + 1) : -1;
      if (octet >= 0 && isWordCharacter((char) octet)) {
        decoded.append((char) octet);
        i += 2;
      } else {
        decoded.append(c);
      }
    }
    return decoded.toString();
  }

  private static int octet(String path, int at) {
    int high = Character.digit(path.charAt(at), 16);
    int low = Character.digit(path.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  static boolean isStaticFile(String segment) {
    int dot = segment.lastIndexOf('.');
    return dot >= 0
        && segment.length() - dot <= 12
        && STATIC_FILES.contains(segment.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** The segment itself if it is a word, else {@link #VALUE}. */
  static String named(String segment) {
    return isVersion(segment) || isWord(segment) ? segment : VALUE;
  }

  /** Such as {@code v1} or {@code v2.1}, which tells interfaces apart. */
  private static boolean isVersion(String segment) {
    if (segment.length() < 2 || segment.length() > 6 || (segment.charAt(0) | 32) != 'v') {
      return false;
    }
    for (int i = 1; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (!isDigit(c) && (c != '.' || i == 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(String segment) {
    int digits = 0;
    int hex = 0;
    int turns = 0;
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (!isWordCharacter(c)) {
        return false;
      }
      digits += isDigit(c) ? 1 : 0;
      hex += Character.digit(c, 16) >= 0 ? 1 : 0;
      turns += i > 0 && isTurn(segment.charAt(i - 1), c) ? 1 : 0;
    }
    int length = segment.length();
    return length <= LONGEST
        && digits < MANY_DIGITS
        && turns < MANY_TURNS
        && (digits == 0 || length < TOKEN)
        && (hex < length || length < HEX)
        && !hasNumber(segment);
  }

  /** Whether a part between hyphens, dots or underscores is a number: {@code order-17}. */
  private static boolean hasNumber(String segment) {
    boolean number = true;
    boolean empty = true;
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (isSeparator(c)) {
        if (number && !empty) {
          return true;
        }
        number = true;
        empty = true;
      } else {
        number &= isDigit(c);
        empty = false;
      }
    }
    return number && !empty;
  }

  private static boolean isTurn(char before, char c) {
    return !isSeparator(before) && !isSeparator(c) && isDigit(before) != isDigit(c);
  }

  private static boolean isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || isSeparator(c);
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '_' || c == '.';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
