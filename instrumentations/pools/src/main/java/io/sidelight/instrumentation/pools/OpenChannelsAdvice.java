// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.lettuce.core.ConnectionBuilder;
import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A method of a client that is going to open a channel. */
public final class OpenChannelsAdvice {

  private OpenChannelsAdvice() {}

  /** The client is known from now on; its channels can be counted. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This Object client,
      @Advice.FieldValue("channels") @Nullable Object channels,
      @Advice.Argument(1) ConnectionBuilder builder) {
    Pools.opened(probe, client, channels);
    Pools.shares(probe, client, builder.connection());
  }
}
