// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.tomcat;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/** The end of a stretch in which a thread works for a request. */
public final class ApiKeyAdvice {

  private ApiKeyAdvice() {}

  /** Tells of a request that was refused, if anybody wants to know, unless it waits. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Argument(0) Request request,
      @Advice.Argument(1) Response response,
      @Advice.Thrown @Nullable Throwable thrown) {
    String header = thrown == null ? Requests.keyHeader(probe, response.getStatus()) : null;
    if (header != null) {
      Object catalina = request.getNote(CoyoteAdapter.ADAPTER_NOTES);
      if (catalina == null || !((org.apache.catalina.connector.Request) catalina).isAsync()) {
        Requests.refused(
            probe,
            response.getStatus(),
            request.requestURI().toString(),
            request.getHeader(header) != null);
      }
    }
  }
}
