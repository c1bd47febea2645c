// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of a text, such as a statement or a path, within fixed bounds. Texts that
 * are asked for again stay; those that never are make room for each other, so that an application
 * that writes values into its statements neither fills this for ever nor drives out the statements
 * that it repeats.
 *
 * <p>Each text has two places. A newcomer takes one whose text has not been asked for since the
 * last newcomer came (the CLOCK algorithm, with two places to a clock).
 *
 * <p>Takes no lock, and a text that is found costs no allocation. Two threads that add at once may
 * lose one of the two, which only means to make it again. Safe for many threads.
 */
public final class TextCache<V> {

  private static final class Entry<V> {
    final String text;
    final V value;

    /** Not volatile: a lost update costs one eviction too many. */
    boolean asked;

    Entry(String text, V value) {
      this.text = text;
      this.value = value;
    }
  }

  private final AtomicReferenceArray<@Nullable Entry<V>> entries;
  private final int longest;
  private final int shift;

  /**
   * An empty cache.
   *
   * @param size how many texts it holds; a power of two
   * @param longest texts with more characters are not remembered
   */
  public TextCache(int size, int longest) {
    if (Integer.bitCount(size) != 1 || size < 2) {
      throw new IllegalArgumentException("not a power of two from 2 on: " + size);
    }
    this.entries = new AtomicReferenceArray<>(size);
    this.longest = longest;
    this.shift = Integer.SIZE - Integer.numberOfTrailingZeros(size);
  }

  /** Returns what was {@link #put} for a text; null if that is not known, or not any more. */
  public @Nullable V get(String text) {
    if (text.length() > longest) {
      return null;
    }
    int place = place(text);
    Entry<V> entry = entries.get(place);
    if (entry == null || !entry.text.equals(text)) {
      entry = entries.get(place ^ 1);
      if (entry == null || !entry.text.equals(text)) {
        return null;
      }
    }
    if (!entry.asked) {
      entry.asked = true;
    }
    return entry.value;
  }

  /**
   * Remembers {@code value} for {@code text}, unless the text is too long or both its places are in
   * use; those have to be asked for again before the next newcomer comes.
   */
  public void put(String text, V value) {
    if (text.length() > longest) {
      return;
    }
    int place = place(text);
    if (isFree(place)) {
      entries.set(place, new Entry<>(text, value));
    } else if (isFree(place ^ 1)) {
      entries.set(place ^ 1, new Entry<>(text, value));
    }
  }

  /** Takes the mark from an entry that has one. */
  private boolean isFree(int place) {
    Entry<V> entry = entries.get(place);
    if (entry == null || !entry.asked) {
      return true;
    }
    entry.asked = false;
    return false;
  }

  private int place(String text) {
    // Fibonacci hashing: texts that differ in a number only must not crowd.
    return (text.hashCode() * 0x9E3779B9) >>> shift;
  }
}
