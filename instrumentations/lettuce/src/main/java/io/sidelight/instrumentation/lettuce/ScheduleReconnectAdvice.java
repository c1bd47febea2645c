// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.sidelight.bootstrap.Probes;
import io.sidelight.instrumentation.redis.RedisProbe;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where the watchdog of a connection plans its next attempt to connect again. */
public final class ScheduleReconnectAdvice {

  private ScheduleReconnectAdvice() {}

  /** Tells of the attempt before, if there was one: it failed. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.FieldValue("attempts") int attempts) {
    if (attempts > 0) {
      Probes.end(probe, RedisProbe.NOT_RECONNECTED, null, null, null);
    }
  }
}
