// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.netty.channel.ChannelHandlerContext;
import io.sidelight.bootstrap.Probes;
import io.sidelight.instrumentation.redis.RedisProbe;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where the watchdog of a connection learns that its channel is open. */
public final class ChannelActiveAdvice {

  private ChannelActiveAdvice() {}

  /**
   * Tells of a connection that is there again; at first there was no attempt of the watchdog, and
   * until 5.x it is told twice of a channel.
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.FieldValue("attempts") int attempts,
      @Advice.FieldValue("channel") @Nullable Object known,
      @Advice.Argument(0) ChannelHandlerContext context) {
    if (attempts > 0 && context.channel() != known) {
      Probes.end(probe, RedisProbe.RECONNECTED, null, null, null);
    }
  }
}
