// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jetty12;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpChannelState;

/** The end of a request: its answer has been written or given up. */
public final class CompleteAdvice {

  private CompleteAdvice() {}

  /** Ends the request; its status is unknown if the client got no answer. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This HttpChannelState channel) {
    Request request = channel.getRequest();
    Response response = channel.getResponse();
    int status = response.getStatus();
    boolean answered = response.isCommitted() || status >= 400;
    Requests.end(
        probe,
        channel,
        request.getMethod(),
        request.getHttpURI().getPath(),
        answered ? status : 0,
        response instanceof HttpChannelState.ChannelResponse
            ? ((HttpChannelState.ChannelResponse) response).getContentBytesWritten()
            : -1);
  }
}
