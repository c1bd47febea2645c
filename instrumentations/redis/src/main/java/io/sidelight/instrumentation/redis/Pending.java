// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import org.jspecify.annotations.Nullable;

/**
 * The commands that were sent on one connection and not answered yet, oldest first: Redis answers
 * in order. A ring that is reused, so that a command allocates nothing.
 *
 * <p>A connection is used by one thread at a time, and handed over safely. Only an unsubscribing
 * thread may send while another reads; hence the volatile ends.
 */
final class Pending {

  /** A pipeline that is longer counts the rest of its commands when it sends them. */
  static final int MAX = 1 << 16;

  private static final int MIN = 8;

  private final CommandSeries batches;

  private CommandSeries[] commands = new CommandSeries[MIN];
  private long[] starts = new long[MIN];
  private volatile int head;
  private volatile int tail;
  private long lastStart;
  private boolean batch;
  private int alreadyCounted;

  Pending(CommandSeries batches) {
    this.batches = batches;
  }

  /** A command was sent. */
  void sent(CommandSeries command, long startNanos) {
    int end = tail;
    int size = end - head;
    if (size >= MAX || alreadyCounted > 0) {
      alreadyCounted++;
      command.count(null);
      return;
    }
    if (size == commands.length) {
      resize(2 * size);
      end = size;
    }
    int index = end & (commands.length - 1);
    commands[index] = command;
    starts[index] = startNanos;
    lastStart = startNanos;
    batch |= size > 0;
    tail = end + 1;
  }

  /**
   * A reply was read; if there is no command for it, it is a message of a subscription.
   *
   * @param error why the command failed; null if it did not
   * @return whether there is a command that it ends
   */
  boolean replied(@Nullable RedisError error) {
    int oldest = head;
    if (oldest == tail) {
      alreadyCounted = Math.max(0, alreadyCounted - 1);
      return false;
    }
    int index = oldest & (commands.length - 1);
    CommandSeries command = commands[index];
    long start = starts[index];
    head = oldest + 1;
    command.count(error);
    if (!batch) {
      command.record(System.nanoTime() - start);
    } else if (head == tail) {
      batches.record(System.nanoTime() - lastStart);
      batch = false;
      resize(MIN);
    }
    return true;
  }

  /** The reply told the client to ask another node: the command goes on there. */
  void redirected() {
    int oldest = head;
    if (oldest != tail) {
      head = oldest + 1;
    }
  }

  /** The connection is closed: what is not answered never will be. */
  void closed() {
    alreadyCounted = 0;
    boolean more;
    do {
      more = replied(RedisError.CONNECTION);
    } while (more);
  }

  private void resize(int length) {
    if (length == commands.length) {
      return;
    }
    CommandSeries[] newCommands = new CommandSeries[length];
    long[] newStarts = new long[length];
    int size = tail - head;
    for (int i = 0; i < size; i++) {
      int index = (head + i) & (commands.length - 1);
      newCommands[i] = commands[index];
      newStarts[i] = starts[index];
    }
    commands = newCommands;
    starts = newStarts;
    head = 0;
    tail = size;
  }
}
