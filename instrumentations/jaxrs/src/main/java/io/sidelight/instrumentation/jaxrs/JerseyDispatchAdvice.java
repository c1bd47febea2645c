// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jaxrs;

import io.sidelight.bootstrap.Probes;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import java.util.Arrays;
import net.bytebuddy.asm.Advice;

/** Jersey is about to call a resource method. */
public final class JerseyDispatchAdvice {

  private JerseyDispatchAdvice() {}

  /** Notes the route, which is made the first time. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe, @Advice.This Object dispatcher, @Advice.Argument(1) Object request) {
    if (Probes.state(dispatcher) == null) {
      Probes.attach(probe, dispatcher, Arrays.asList(request, request));
    }
    Requests.route(probe, (String) Probes.state(dispatcher));
  }
}
