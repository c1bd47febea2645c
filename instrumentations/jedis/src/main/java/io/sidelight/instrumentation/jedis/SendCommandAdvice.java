// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jedis;

import io.sidelight.bootstrap.KeyReads;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where Jedis 2 and 3 write a command to the stream of a connection. */
public final class SendCommandAdvice {

  private SendCommandAdvice() {}

  /** 0 if nothing is measured on this thread, or this failed. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long enter() {
    return Probes.isSilent() ? 0 : System.nanoTime() | 1;
  }

  /** The command is on its way, or has failed. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter long start,
      @Advice.Argument(0) Object stream,
      @Advice.Argument(1) byte[] command,
      @Advice.Argument(2) byte[][] arguments,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (start != 0 && thrown == null) {
      Probes.endWhenDone(probe, start, command, stream);
      for (int i = 0; i < arguments.length && KeyReads.wantsKeys(stream); i++) {
        KeyReads.argument(probe, stream, arguments[i]);
      }
    } else if (start != 0) {
      Probes.end(probe, start, command, null, thrown);
    }
  }
}
