// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jetty;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;

/** The end of a request, before it is recorded. */
public final class RequestSizeAdvice {

  private RequestSizeAdvice() {}

  /** Notes what the client announced, if anybody wants to know. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This HttpChannel channel) {
    if (Requests.measuresBodies(probe)) {
      Requests.received(channel, channel.getRequest().getContentLengthLong());
    }
  }
}
