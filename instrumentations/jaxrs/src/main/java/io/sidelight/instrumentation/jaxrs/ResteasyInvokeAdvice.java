// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jaxrs;

import io.sidelight.bootstrap.Probes;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import java.util.Arrays;
import net.bytebuddy.asm.Advice;

/** RESTEasy is about to call a resource method. */
public final class ResteasyInvokeAdvice {

  private ResteasyInvokeAdvice() {}

  /** Notes the route, which is made the first time. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This Object invoker,
      @Advice.FieldValue("method") Object method,
      @Advice.Argument(0) Object request) {
    if (Probes.state(invoker) == null) {
      Probes.attach(probe, invoker, Arrays.asList(request, method));
    }
    Requests.route(probe, (String) Probes.state(invoker));
  }
}
