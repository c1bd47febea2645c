// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CommandWrapper;
import io.lettuce.core.protocol.RedisCommand;
import io.sidelight.bootstrap.Probes;
import io.sidelight.instrumentation.redis.RedisProbe;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where a future takes its result, before callbacks of the application run. */
public final class CompleteResultAdvice {

  private CompleteResultAdvice() {}

  /** Ends the command. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe, @Advice.FieldValue("command") RedisCommand<?, ?, ?> wrapped) {
    Object sent = Probes.state(CommandWrapper.unwrap(wrapped));
    if (sent != null) {
      CommandOutput<?, ?, ?> output = wrapped.getOutput();
      String error = output != null && output.hasError() ? output.getError() : null;
      Probes.end(probe, error == null ? RedisProbe.REPLIED : RedisProbe.FAILED, sent, error, null);
    }
  }
}
