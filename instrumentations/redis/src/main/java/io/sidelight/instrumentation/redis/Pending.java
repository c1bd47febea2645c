// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import io.sidelight.bootstrap.Caches;
import io.sidelight.bootstrap.KeyReads;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands that were sent on one connection and not answered yet, oldest first: Redis answers
 * in order. A ring that is reused, so that a command allocates nothing. With them the keys that
 * they ask for, except in transactions, whose replies come in one with that of {@code EXEC}.
 *
 * <p>A connection is used by one thread at a time, and handed over safely. Only an unsubscribing
 * thread may send while another reads; hence the volatile ends.
 */
final class Pending implements KeyReads.Connection {

  /** A pipeline that is longer counts the rest of its commands when it sends them. */
  static final int MAX = 1 << 16;

  private static final int MIN = 8;

  /** Instead of an index: the command is measured elsewhere, and answered before the next. */
  private static final int ALONE = -1;

  private final CommandSeries batches;
  private final @Nullable KeyPrefixes prefixes;

  private CommandSeries[] commands = new CommandSeries[MIN];
  private @Nullable AskedKeys[] asked = new AskedKeys[MIN];
  private long[] starts = new long[MIN];
  private volatile int head;
  private volatile int tail;
  private long lastStart;
  private boolean batch;
  private int alreadyCounted;

  /** Of the command that was sent last; {@link KeyUse#NONE} if its keys are not wanted any more. */
  private KeyUse keys = KeyUse.NONE;

  /** Where that one is. */
  private int last;

  private @Nullable AskedKeys askedAlone;
  private boolean transaction;

  /** Counts no reads if {@code prefixes} is null. */
  Pending(CommandSeries batches, @Nullable KeyPrefixes prefixes) {
    this.batches = batches;
    this.prefixes = prefixes;
  }

  /** A command was sent that is measured elsewhere, and is answered before the next is sent. */
  void sentAlone(CommandSeries command) {
    last = ALONE;
    learnKeys(command);
  }

  /** A command was sent. */
  void sent(CommandSeries command, long startNanos) {
    keys = KeyUse.NONE;
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
    asked[index] = null;
    starts[index] = startNanos;
    lastStart = startNanos;
    batch |= size > 0;
    tail = end + 1;
    last = index;
    learnKeys(command);
  }

  private void learnKeys(CommandSeries command) {
    askedAlone = null;
    KeyUse use = command.keys;
    if (use == KeyUse.BEGINS_TRANSACTION || use == KeyUse.ENDS_TRANSACTION) {
      transaction = use == KeyUse.BEGINS_TRANSACTION;
    }
    boolean wanted = prefixes != null && use.reads() && !transaction && !Caches.areAsked();
    keys = wanted ? use : KeyUse.NONE;
  }

  @Override
  public boolean wantsKeys() {
    return keys != KeyUse.NONE;
  }

  @Override
  public void argument(byte[] argument) {
    KeyPrefixes known = prefixes;
    if (known == null || keys == KeyUse.NONE) {
      return;
    }
    KeySeries key = known.of(argument, 0, argument.length);
    AskedKeys before = last == ALONE ? askedAlone : asked[last];
    AskedKeys now = before == null ? key : before.and(key, known.other());
    if (last == ALONE) {
      askedAlone = now;
    } else {
      asked[last] = now;
    }
    if (keys == KeyUse.FIRST) {
      keys = KeyUse.NONE;
    }
  }

  @Override
  public void replied(@Nullable Object reply) {
    AskedKeys answered = askedAlone;
    askedAlone = null;
    if (answered == null && head != tail) {
      answered = asked[head & (commands.length - 1)];
    }
    if (answered == null) {
      return;
    }
    if (reply instanceof Number) {
      answered.number(((Number) reply).longValue());
    } else if (reply instanceof List) {
      List<?> values = (List<?>) reply;
      for (int i = 0; i < values.size(); i++) {
        answered.value(i, values.get(i) != null);
      }
    } else {
      answered.value(0, reply != null);
    }
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
    AskedKeys[] newAsked = new AskedKeys[length];
    long[] newStarts = new long[length];
    int size = tail - head;
    for (int i = 0; i < size; i++) {
      int index = (head + i) & (commands.length - 1);
      newCommands[i] = commands[index];
      newAsked[i] = asked[index];
      newStarts[i] = starts[index];
    }
    commands = newCommands;
    asked = newAsked;
    starts = newStarts;
    head = 0;
    tail = size;
  }
}
