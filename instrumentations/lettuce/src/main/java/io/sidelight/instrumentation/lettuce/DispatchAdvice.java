// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.lettuce.core.protocol.CommandWrapper;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.protocol.TransactionalCommand;
import io.sidelight.bootstrap.KeyReads;
import io.sidelight.bootstrap.Pools;
import io.sidelight.bootstrap.Probes;
import io.sidelight.instrumentation.redis.RedisProbe;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a connection takes a command, which begins then. */
public final class DispatchAdvice {

  private DispatchAdvice() {}

  /** Begins the command, unless it is sent again. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This Object connection,
      @Advice.Argument(0) RedisCommand<?, ?, ?> wrapped) {
    RedisCommand<?, ?, ?> command = CommandWrapper.unwrap(wrapped);
    if (Probes.state(command) == null) {
      Probes.attach(probe, command, command.getType().getBytes());
      Pools.through(Probes.state(command), connection);
      if (wrapped instanceof TransactionalCommand) {
        KeyReads.ignored(command);
      }
    }
  }

  /** Ends a command that the connection refused. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Argument(0) RedisCommand<?, ?, ?> wrapped,
      @Advice.Thrown @Nullable Throwable thrown) {
    Object sent = thrown == null ? null : Probes.state(CommandWrapper.unwrap(wrapped));
    if (sent != null) {
      Probes.end(probe, RedisProbe.FAILED, sent, null, thrown);
    }
  }
}
