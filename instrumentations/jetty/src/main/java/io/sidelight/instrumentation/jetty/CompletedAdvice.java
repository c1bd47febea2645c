// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jetty;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;

/** The end of a request: the channel is about to be used for the next one. */
public final class CompletedAdvice {

  private CompletedAdvice() {}

  /** Ends the request; its status is unknown if the client got no answer. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This HttpChannel channel) {
    Request request = channel.getRequest();
    MetaData.Response sent = channel.getCommittedMetaData();
    int status = sent == null ? 0 : sent.getStatus();
    Requests.end(
        probe,
        channel,
        request.getMethod(),
        request.getRequestURI(),
        status,
        channel.getBytesWritten());
  }
}
