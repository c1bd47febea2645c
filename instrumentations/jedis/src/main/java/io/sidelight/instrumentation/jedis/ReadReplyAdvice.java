// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jedis;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.KeyReads;
import io.sidelight.bootstrap.Probes;
import io.sidelight.instrumentation.redis.RedisProbe;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** Inlined where a connection reads one reply, which is that of its oldest command. */
public final class ReadReplyAdvice {

  private ReadReplyAdvice() {}

  /** A redirect is followed if this thread is within a cluster client, and else an error. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.FieldValue("outputStream") @Nullable Object stream,
      @Advice.Return @Nullable Object reply,
      @Advice.Thrown @Nullable Throwable thrown) {
    boolean followed = thrown instanceof JedisRedirectionException;
    Calls calls = followed ? Probes.mark(probe) : null;
    if (calls != null) {
      calls.started[probe] = 0;
      followed = false;
    }
    if (thrown == null) {
      KeyReads.replied(probe, stream, reply);
    }
    long signal = followed ? RedisProbe.REDIRECTED : RedisProbe.REPLIED;
    Probes.end(probe, signal, null, stream, thrown);
  }
}
