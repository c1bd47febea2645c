// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jetty12;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpChannelState;

/** The end of a request: its answer has been written or given up. */
public final class CompleteAdvice {

  private CompleteAdvice() {}

  /** Ends the request with the status in Jetty's own request log. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This HttpChannelState channel) {
    Request request = channel.getRequest();
    int status = channel.getResponse().getStatus();
    Requests.end(probe, channel, request.getMethod(), request.getHttpURI().getPath(), status);
  }
}
