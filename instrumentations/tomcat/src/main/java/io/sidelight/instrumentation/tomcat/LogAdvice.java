// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.tomcat;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Constants;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/**
 * Tomcat logs what it answered without its containers, such as a request line that is none, or what
 * it finds unfinished when it closes a connection.
 */
public final class LogAdvice {

  private LogAdvice() {}

  /**
   * Ends the request, but not one that {@code service} has just left with an exception (stage), one
   * that goes on as an HTTP/2 stream (101), or a TLS handshake that failed (no method, no stage).
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Argument(0) Request request,
      @Advice.Argument(1) Response response) {
    int stage = request.getRequestProcessor().getStage();
    boolean idle = stage == Constants.STAGE_NEW || stage == Constants.STAGE_ENDED;
    if (stage != Constants.STAGE_SERVICE
        && response.getStatus() != 101
        && !(idle && request.method().isNull())) {
      Requests.end(
          probe,
          request,
          request.method().toString(),
          request.requestURI().toString(),
          response.getStatus(),
          response.getBytesWritten(false));
    }
  }
}
