// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redisson;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.redisson.client.protocol.RedisCommand;

/** Inlined where a command is asked for its arguments, to be encoded. */
public final class ParamsAdvice {

  private ParamsAdvice() {}

  /** Begins the command, unless it has begun; it ends when its promise does. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This Object data,
      @Advice.FieldValue("command") RedisCommand<?> command,
      @Advice.FieldValue("promise") @Nullable Object promise) {
    if (Probes.state(data) == null) {
      Probes.attach(probe, data, command.getName());
      Probes.endWhenDone(probe, 0, Probes.state(data), promise);
    }
  }
}
