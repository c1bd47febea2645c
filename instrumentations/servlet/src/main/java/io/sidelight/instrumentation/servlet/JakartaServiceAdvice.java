// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.servlet;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * A filter or servlet is called. The first one of a request measures it, if its container has not
 * begun to.
 */
public final class JakartaServiceAdvice {

  private JakartaServiceAdvice() {}

  /** Begins a request, unless this is a part of one. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(
      @ProbeId int probe, @Advice.Argument(0) ServletRequest request) {
    return Requests.active(probe)
            || !(request instanceof HttpServletRequest)
            || request.getDispatcherType() != DispatcherType.REQUEST
        ? null
        : Requests.enter(probe, request);
  }

  /** Ends the request, or lets whoever completes it do so. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.Argument(0) ServletRequest request,
      @Advice.Argument(1) ServletResponse response,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown != null) {
      Requests.thrown(probe, thrown, response.isCommitted());
    }
    if (calls != null) {
      long start = calls.started[probe];
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      Requests.exit(probe, calls, request, start);
      if (request.isAsyncStarted()) {
        Probes.endWhenDone(probe, start, request, response);
      } else {
        HttpServletRequest http = (HttpServletRequest) request;
        int status = ((HttpServletResponse) response).getStatus();
        Requests.end(
            probe,
            request,
            http.getMethod(),
            http.getRequestURI(),
            thrown == null || response.isCommitted() || status >= 400 ? status : 500,
            -1);
      }
    }
  }
}
