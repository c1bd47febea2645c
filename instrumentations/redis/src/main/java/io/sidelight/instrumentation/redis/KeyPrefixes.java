// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Settings;
import io.sidelight.spi.Words;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What keys begin with: one or more parts, each with a separator behind it, as {@code user} of
 * {@code user:42:profile}. A part that does not look like a word ends it, because it may be an
 * identifier, somebody's address or a secret. The braces of a cluster's hash tag do not belong to
 * it.
 *
 * <p>Finding what is known takes no lock and allocates nothing, nor does refusing a value. Bounded.
 * Safe for many threads.
 */
final class KeyPrefixes {

  /** The name of keys without a separator. */
  static final String NONE = "none";

  /** Longer prefixes are not looked at. */
  private static final int LONGEST = Words.LONGEST;

  private static final class Entry {
    final byte[] name;
    final KeySeries series;

    Entry(byte[] name, KeySeries series) {
      this.name = name;
      this.series = series;
    }
  }

  private final Meters meters;
  private final boolean[] separators = new boolean[128];
  private final int parts;
  private final int maxNames;
  private final KeySeries none;
  private final KeySeries other;

  /** Open addressing, never more than a quarter in use: a search ends soon. */
  private final AtomicReferenceArray<@Nullable Entry> entries;

  private volatile boolean full;

  /** Guarded by this. */
  private int admitted;

  KeyPrefixes(Meters meters, String separators, int parts, int maxNames) {
    this.meters = meters;
    this.parts = parts;
    this.maxNames = maxNames;
    for (int i = 0; i < separators.length(); i++) {
      char c = separators.charAt(i);
      if (c < this.separators.length) {
        this.separators[c] = true;
      } else {
        meters.problem(
            "cache.redis.separators: '" + c + "' is ignored; a separator is an ASCII character");
      }
    }
    none = new KeySeries(meters, NONE);
    other = new KeySeries(meters, Label.OTHER);
    entries = new AtomicReferenceArray<>(Integer.highestOneBit(maxNames) * 8);
  }

  /** As the configuration has it; null if reads of keys are not to be counted. */
  static @Nullable KeyPrefixes configured(Meters meters, Settings settings) {
    if (!settings.flag("instrument.cache") || !settings.flag("cache.redis.enabled")) {
      return null;
    }
    return new KeyPrefixes(
        meters,
        settings.text("cache.redis.separators"),
        settings.number("cache.redis.parts"),
        settings.number("cache.max-names"));
  }

  /** What counts look-ups of which nobody can tell whose they are. */
  KeySeries other() {
    return other;
  }

  /**
   * What the key counts as that begins at {@code from}.
   *
   * @param to behind its last byte
   */
  KeySeries of(byte[] key, int from, int to) {
    int limit = Math.min(to, from + LONGEST + 1);
    int end = end(key, from, limit, parts);
    if (end < 0) {
      return limit < to ? other : none;
    }
    for (int fewer = parts - 1; end >= 0; fewer--) {
      KeySeries known = find(key, from, end);
      if (known != null) {
        return known;
      }
      if (areWords(key, from, end)) {
        return full ? other : admit(key, from, end);
      }
      end = fewer == 0 ? -1 : end(key, from, end, fewer);
    }
    return other;
  }

  /** The last of at most so many separators; -1 if there is none. */
  private int end(byte[] key, int from, int limit, int most) {
    int end = -1;
    int found = 0;
    for (int i = from; i < limit && found < most; i++) {
      if (isSeparator(key[i])) {
        end = i;
        found++;
      }
    }
    return end;
  }

  private boolean isSeparator(byte c) {
    return c >= 0 && separators[c];
  }

  private static boolean isBrace(byte c) {
    return c == '{' || c == '}';
  }

  private boolean areWords(byte[] key, int from, int end) {
    int start = from;
    for (int i = from; i <= end; i++) {
      if (i == end || isSeparator(key[i])) {
        int first = start < i && isBrace(key[start]) ? start + 1 : start;
        int last = first < i && isBrace(key[i - 1]) ? i - 1 : i;
        if (!Words.isWord(key, first, last)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private @Nullable KeySeries find(byte[] key, int from, int end) {
    int mask = entries.length() - 1;
    for (int place = place(key, from, end); ; place = (place + 1) & mask) {
      Entry entry = entries.get(place);
      if (entry == null) {
        return null;
      }
      if (spells(key, from, end, entry.name)) {
        return entry.series;
      }
    }
  }

  private static boolean spells(byte[] key, int from, int end, byte[] name) {
    int length = 0;
    for (int i = from; i < end; i++) {
      if (!isBrace(key[i])) {
        if (length == name.length || name[length] != key[i]) {
          return false;
        }
        length++;
      }
    }
    return length == name.length;
  }

  private int place(byte[] key, int from, int end) {
    int hash = 0;
    for (int i = from; i < end; i++) {
      if (!isBrace(key[i])) {
        hash = 31 * hash + key[i];
      }
    }
    // Fibonacci hashing: prefixes that differ in a number only must not crowd.
    hash *= 0x9E3779B9;
    return (hash ^ (hash >>> 16)) & (entries.length() - 1);
  }

  private synchronized KeySeries admit(byte[] key, int from, int end) {
    KeySeries known = find(key, from, end);
    if (known != null) {
      return known;
    }
    if (admitted == maxNames) {
      full = true;
      return other;
    }
    admitted++;
    String prefix = new String(key, from, end - from, StandardCharsets.US_ASCII);
    String name = prefix.replace("{", "").replace("}", "");
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    KeySeries series = new KeySeries(meters, name);
    int place = place(bytes, 0, bytes.length);
    while (entries.get(place) != null) {
      place = (place + 1) & (entries.length() - 1);
    }
    entries.set(place, new Entry(bytes, series));
    return series;
  }
}
