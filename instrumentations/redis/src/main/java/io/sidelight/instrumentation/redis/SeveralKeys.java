// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import java.util.Arrays;

/** More than one key. Used by one thread at a time. */
final class SeveralKeys implements AskedKeys {

  private final KeySeries other;
  private KeySeries[] keys;
  private int size;
  private boolean alike;

  SeveralKeys(KeySeries other, KeySeries first, KeySeries second) {
    this.other = other;
    keys = new KeySeries[] {first, second, other, other};
    size = 2;
    alike = first == second;
  }

  @Override
  public AskedKeys and(KeySeries next, KeySeries ignored) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = next;
    alike &= next == keys[0];
    return this;
  }

  @Override
  public void value(int index, boolean there) {
    if (index < size) {
      keys[index].value(index, there);
    }
  }

  /** Which of them are there is not told. */
  @Override
  public void number(long number) {
    long found = Math.max(0, Math.min(size, number));
    if (alike || (found != 0 && found != size)) {
      (alike ? keys[0] : other).count(found, size - found);
      return;
    }
    for (int i = 0; i < size; i++) {
      keys[i].value(i, found != 0);
    }
  }
}
