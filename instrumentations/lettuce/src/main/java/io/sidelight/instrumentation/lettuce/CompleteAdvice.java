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
      boolean failed = output != null && output.hasError();
      Probes.end(probe, failed ? RedisProbe.FAILED : RedisProbe.REPLIED, sent, null, null);
    }
  }
}
