// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jedis;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into the cluster client of Jedis 3: marks the thread as one that follows redirects. */
public final class FollowRedirectsAdvice {

  private FollowRedirectsAdvice() {}

  /** Sets the mark. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe) {
    return Probes.enter(probe);
  }

  /** Removes it. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@ProbeId int probe, @Advice.Enter @Nullable Calls calls) {
    if (calls != null) {
      calls.started[probe] = 0;
    }
  }
}
