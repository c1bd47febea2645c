// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import io.sidelight.bootstrap.PoolProbe;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A command on its way, carried by the client's own object for it. Ends once, on any thread. */
class SentCommand extends AtomicBoolean implements PoolProbe.User {

  private final transient CommandSeries command;
  private final long startNanos;

  /**
   * The connection that it goes through; null if that is not known. Set before the client hands the
   * command to the thread that ends it.
   */
  private transient PoolProbe.@Nullable Shared connection;

  SentCommand(CommandSeries command, long startNanos) {
    this.command = command;
    this.startNanos = startNanos;
  }

  /** One that counts as ended, and so never counts. */
  static SentCommand unmeasured(CommandSeries command) {
    SentCommand sent = new SentCommand(command, 0);
    sent.set(true);
    return sent;
  }

  @Override
  public final void through(PoolProbe.Shared shared) {
    connection = shared;
    if (command.occupies) {
      shared.occupy();
    }
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
    PoolProbe.Shared through = connection;
    if (error == null && through != null) {
      through.lender().worked();
    }
    command.count(error);
    command.record(System.nanoTime() - startNanos);
    return true;
  }
}
