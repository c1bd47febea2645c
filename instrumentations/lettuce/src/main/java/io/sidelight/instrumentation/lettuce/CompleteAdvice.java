// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.lettuce.core.output.CommandOutput;
import io.sidelight.bootstrap.Probes;
import io.sidelight.instrumentation.redis.RedisProbe;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a command has its reply, perhaps an error. */
public final class CompleteAdvice {

  private CompleteAdvice() {}

  /** Ends the command. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This Object command,
      @Advice.FieldValue("output") @Nullable CommandOutput<?, ?, ?> output) {
    Object sent = Probes.state(command);
    if (sent != null) {
      String error = output != null && output.hasError() ? output.getError() : null;
      Probes.end(probe, error == null ? RedisProbe.REPLIED : RedisProbe.FAILED, sent, error, null);
    }
  }
}
