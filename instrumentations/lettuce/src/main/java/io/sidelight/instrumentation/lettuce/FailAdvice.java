// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.sidelight.bootstrap.Probes;
import io.sidelight.instrumentation.redis.RedisProbe;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where a command fails without a reply or is given up, e.g. because it took too long. */
public final class FailAdvice {

  private FailAdvice() {}

  /** Ends the command. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This Object command) {
    Object sent = Probes.state(command);
    if (sent != null) {
      Probes.end(probe, RedisProbe.FAILED, sent, null, null);
    }
  }
}
