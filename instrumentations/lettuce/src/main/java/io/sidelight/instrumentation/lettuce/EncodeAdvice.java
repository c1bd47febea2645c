// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.lettuce.core.protocol.ProtocolKeyword;
import io.netty.buffer.ByteBuf;
import io.sidelight.bootstrap.KeyReads;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a command is written: begins those that the client sends on its own. */
public final class EncodeAdvice {

  private EncodeAdvice() {}

  /** Begins the command, unless it has begun. Returns where it will be written. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter(
      @ProbeId int probe,
      @Advice.This Object command,
      @Advice.Argument(0) ByteBuf buffer,
      @Advice.FieldValue("type") ProtocolKeyword type) {
    if (Probes.state(command) == null) {
      Probes.attach(probe, command, type.getBytes());
    }
    return buffer.writerIndex();
  }

  /** Tells its keys, if they are wanted: from here on nobody has them as bytes. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter int start,
      @Advice.This Object command,
      @Advice.Argument(0) ByteBuf buffer,
      @Advice.FieldValue("output") @Nullable Object output) {
    if (KeyReads.wantsKeys(command)) {
      byte[] written = KeyReads.bytes(buffer.writerIndex() - start);
      buffer.getBytes(start, written);
      KeyReads.encoded(probe, command, output, written);
    }
  }
}
