// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A command on its way, carried by the client's own object for it. Ends once, on any thread. */
class SentCommand extends AtomicBoolean {

  private final transient CommandSeries command;
  private final long startNanos;

  SentCommand(CommandSeries command, long startNanos) {
    this.command = command;
    this.startNanos = startNanos;
  }

  /**
   * Ends the command, unless it has ended.
   *
   * @param error why it failed; null if it did not
   * @return whether it ends with this
   */
  final boolean end(@Nullable RedisError error) {
    // First look: a command is told to end several times, and a plain read is cheaper.
    if (get() || !compareAndSet(false, true)) {
      return false;
    }
    command.count(error);
    command.record(System.nanoTime() - startNanos);
    return true;
  }
}
