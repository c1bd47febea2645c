// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jedis;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandObject;

/** Inlined into the cluster executor: one command, split by the nodes that hold its keys. */
public final class ExecuteOnShardsAdvice {

  private ExecuteOnShardsAdvice() {}

  /** The command begins, unless it is part of one. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe) {
    return Probes.enter(probe);
  }

  /** The command is over, on whatever connections it was tried. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.Argument(0) List<CommandObject<?>> commands,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (calls != null) {
      long start = calls.started[probe];
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      Probes.end(probe, start, commands.get(0).getArguments().getCommand().getRaw(), null, thrown);
    }
  }
}
