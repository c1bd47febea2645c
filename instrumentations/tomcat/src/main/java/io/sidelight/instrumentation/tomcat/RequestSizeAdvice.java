// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.tomcat;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;

/** A request begins, and its head is known. */
public final class RequestSizeAdvice {

  private RequestSizeAdvice() {}

  /** Notes what the client announced, if anybody wants to know. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.Argument(0) Request request) {
    if (Requests.measuresBodies(probe)) {
      Requests.received(request, request.getContentLengthLong());
    }
  }
}
