// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

/**
 * Reads the words of a command in Redis' protocol, an array of bulk strings. What is cut off or is
 * no such command has no more words, but says how many there would be.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">RESP</a>
 */
final class EncodedCommand {

  private final byte[] bytes;
  private final int words;
  private int at;
  private int start;
  private int end;

  EncodedCommand(byte[] bytes) {
    this.bytes = bytes;
    words = Math.max(0, size('*'));
  }

  /** How many words there are. */
  int words() {
    return words;
  }

  /** Moves on to the next word; false if it is not there as a whole. */
  boolean next() {
    int length = size('$');
    if (length < 0 || length > bytes.length - at) {
      at = bytes.length;
      return false;
    }
    start = at;
    end = at + length;
    at = Math.min(bytes.length, end + 2);
    return true;
  }

  /** Where the word begins. */
  int start() {
    return start;
  }

  /** Behind its last byte. */
  int end() {
    return end;
  }

  /** Reads a number with that character before and the end of a line behind it; -1 if none. */
  private int size(char marker) {
    if (at >= bytes.length || bytes[at] != marker) {
      return -1;
    }
    int size = 0;
    for (int i = at + 1; i < bytes.length && size < Integer.MAX_VALUE / 16; i++) {
      if (bytes[i] == '\r') {
        at = Math.min(bytes.length, i + 2);
        return size;
      }
      size = 10 * size + (bytes[i] - '0');
    }
    return -1;
  }
}
