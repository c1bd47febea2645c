// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jaxrs;

import io.sidelight.bootstrap.Probes;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import java.util.Arrays;
import net.bytebuddy.asm.Advice;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;

/** CXF is about to call a resource method. */
public final class CxfInvokeAdvice {

  private CxfInvokeAdvice() {}

  /** Notes the route, which is made the first time. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.Argument(0) Exchange exchange) {
    OperationResourceInfo method = exchange.get(OperationResourceInfo.class);
    if (Probes.state(method) == null) {
      Object base = exchange.getInMessage().get(Message.BASE_PATH);
      Probes.attach(probe, method, Arrays.asList(base, method));
    }
    Requests.route(probe, (String) Probes.state(method));
  }
}
