// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Inlined into methods that return what runs when somebody subscribes to it: they return one that
 * is observed.
 */
public final class PublisherAdvice {

  private PublisherAdvice() {}

  /** Begins the call; 0 if it does not count. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long enter(@ProbeId int probe) {
    return Probes.begin(probe);
  }

  /** Puts the observed publisher in the result's place, or ends the call that threw instead. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter long start,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.AllArguments @Nullable Object[] arguments,
      @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (start != 0 && thrown == null) {
      result = Probes.observed(probe, start, self, arguments, result);
    } else if (start != 0) {
      Probes.endWith(probe, start, self, arguments, null, thrown);
    }
  }
}
