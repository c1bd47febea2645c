// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jedis;

import io.sidelight.bootstrap.Probes;
import io.sidelight.instrumentation.redis.RedisProbe;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a connection closes its socket: replies not read by now never will be. */
public final class DisconnectAdvice {

  private DisconnectAdvice() {}

  /** Ends what is pending. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe, @Advice.FieldValue("outputStream") @Nullable Object stream) {
    Probes.end(probe, RedisProbe.CLOSED, null, stream, null);
  }
}
