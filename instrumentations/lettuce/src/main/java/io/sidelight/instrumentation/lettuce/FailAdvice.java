// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.sidelight.bootstrap.Probes;
import io.sidelight.instrumentation.redis.RedisProbe;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a command fails without a reply, e.g. because its connection is lost. */
public final class FailAdvice {

  private FailAdvice() {}

  /** Ends the command. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This Object command,
      @Advice.Argument(0) @Nullable Throwable reason) {
    Object sent = Probes.state(command);
    if (sent != null) {
      Probes.end(probe, RedisProbe.FAILED, sent, null, reason);
    }
  }
}
