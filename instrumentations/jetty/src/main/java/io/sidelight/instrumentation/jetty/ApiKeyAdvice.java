// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jetty;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpChannel;

/** The end of a request, before it is recorded. */
public final class ApiKeyAdvice {

  private ApiKeyAdvice() {}

  /** Tells of one that was refused, if anybody wants to know. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This HttpChannel channel) {
    MetaData.Response sent = channel.getCommittedMetaData();
    int status = sent == null ? 0 : sent.getStatus();
    String header = Requests.keyHeader(probe, status);
    if (header != null) {
      Requests.refused(
          probe,
          status,
          channel.getRequest().getRequestURI(),
          channel.getRequest().getHeader(header) != null);
    }
  }
}
