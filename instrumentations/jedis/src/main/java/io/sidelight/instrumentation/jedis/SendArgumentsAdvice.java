// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jedis;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.KeyReads;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.args.Rawable;

/** Inlined where Jedis 4 and later write a command to the stream of a connection. */
public final class SendArgumentsAdvice {

  private SendArgumentsAdvice() {}

  /** 0 within a call of an executor, which measures it, but does not know its reply. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long enter(@ProbeId int probe) {
    Calls calls = Probes.enter(probe);
    if (calls == null) {
      return 0;
    }
    long start = calls.started[probe];
    calls.started[probe] = 0; // the reply is read by another method, perhaps much later
    return start;
  }

  /** The command is on its way, or has failed. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter long start,
      @Advice.Argument(0) Object stream,
      @Advice.Argument(1) CommandArguments arguments,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Probes.endWhenDone(probe, start, arguments.getCommand().getRaw(), stream);
      if (KeyReads.wantsKeys(stream)) {
        for (Rawable word : arguments) {
          if (word != arguments.getCommand()) {
            KeyReads.argument(probe, stream, word.getRaw());
          }
        }
      }
    } else if (start != 0) {
      Probes.end(probe, start, arguments.getCommand().getRaw(), null, thrown);
    }
  }
}
