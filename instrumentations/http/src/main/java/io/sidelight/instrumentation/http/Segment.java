// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import static java.util.Arrays.asList;

import io.sidelight.spi.Words;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What one part of a path is: a word that names something, or a value. */
final class Segment {

  static final String VALUE = ":id";

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
      if (octet >= 0 && Words.isInWords(octet)) {
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
    return Words.isWord(segment) ? segment : VALUE;
  }
}
