// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.instrumentation.redis.RedisProbe;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where a command is cancelled, by the application or because it took too long. */
public final class CancelAdvice {

  private CancelAdvice() {}

  /** Ends the command. A thread that waited for it in vain has a mark. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This Object command) {
    Object sent = Probes.state(command);
    if (sent != null) {
      Calls calls = Probes.mark(probe);
      if (calls != null) {
        calls.started[probe] = 0;
      }
      long signal = calls == null ? RedisProbe.TIMED_OUT : RedisProbe.FAILED;
      Probes.end(probe, signal, sent, null, null);
    }
  }
}
