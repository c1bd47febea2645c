// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jedis;

import io.sidelight.bootstrap.Probes;
import io.sidelight.instrumentation.redis.RedisProbe;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a connection opens its socket, unless it has one that is open. */
public final class ConnectAdvice {

  private ConnectAdvice() {}

  /** The socket it had before: null if it connects for the first time. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.FieldValue("socket") @Nullable Object socket) {
    return socket;
  }

  /** Tells of an attempt to connect again. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Object before,
      @Advice.FieldValue("socket") @Nullable Object socket,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (before != null && (thrown != null || socket != before)) {
      long signal = thrown == null ? RedisProbe.RECONNECTED : RedisProbe.NOT_RECONNECTED;
      Probes.end(probe, signal, null, null, null);
    }
  }
}
