// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Inlined into methods from whose calls something is read. Only these pay for an array with their
 * arguments. It holds what the method was called with, whatever the method assigned to them.
 */
public final class ValuesAdvice {

  private ValuesAdvice() {}

  /** Begins the call; 0 if it does not count. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long enter(@ProbeId int probe) {
    return Probes.begin(probe);
  }

  /** Ends the call, or hands over the stage that it returned. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter long start,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.AllArguments @Nullable Object[] arguments,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (start != 0) {
      Probes.endWith(probe, start, self, arguments, result, thrown);
    }
  }
}
