// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jetty12;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.internal.HttpChannelState;

/** As {@link ApiKeyAdvice}, in the earlier versions. */
public final class InvokerApiKeyAdvice {

  private InvokerApiKeyAdvice() {}

  /** Tells of one that was refused, if anybody wants to know. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe, @Advice.FieldValue("this$0") HttpChannelState channel) {
    int status = channel.getResponse().getStatus();
    String header = Requests.keyHeader(probe, status);
    if (header != null) {
      Requests.refused(
          probe,
          status,
          channel.getRequest().getHttpURI().getPath(),
          channel.getRequest().getHeaders().contains(header));
    }
  }
}
