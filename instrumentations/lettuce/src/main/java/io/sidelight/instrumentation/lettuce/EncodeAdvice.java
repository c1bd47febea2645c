// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.lettuce.core.protocol.ProtocolKeyword;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where a command is written: begins those that the client sends on its own. */
public final class EncodeAdvice {

  private EncodeAdvice() {}

  /** Begins the command, unless it has begun. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This Object command,
      @Advice.FieldValue("type") ProtocolKeyword type) {
    if (Probes.state(command) == null) {
      Probes.attach(probe, command, type.getBytes());
    }
  }
}
