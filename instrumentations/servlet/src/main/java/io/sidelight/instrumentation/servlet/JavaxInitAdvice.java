// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.servlet;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import javax.servlet.GenericServlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import net.bytebuddy.asm.Advice;

/** A servlet learns its mappings. */
public final class JavaxInitAdvice {

  private JavaxInitAdvice() {}

  /** Lets the servlet carry the routes that follow from them. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This GenericServlet servlet,
      @Advice.Argument(0) ServletConfig config) {
    ServletContext context = config.getServletContext();
    Probes.attach(
        probe,
        servlet,
        new Object[] {
          context.getContextPath(),
          context.getServletRegistration(config.getServletName()).getMappings()
        });
  }
}
