// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.tomcat;

import io.sidelight.bootstrap.Requests;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Response;

/** The head of a response is sent. Tomcat may set another status later, for its log. */
public final class CommitAdvice {

  private CommitAdvice() {}

  /** Notes the status that the client receives. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.This Response response, @Advice.Argument(0) boolean committed) {
    if (committed) {
      Requests.sent(response.getRequest(), response.getStatus());
    }
  }
}
