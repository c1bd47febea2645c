// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.struts;

import com.opensymphony.xwork2.config.Configuration;
import com.opensymphony.xwork2.config.ConfigurationException;
import com.opensymphony.xwork2.config.RuntimeConfiguration;
import com.opensymphony.xwork2.config.entities.ActionConfig;
import io.sidelight.bootstrap.Probes;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import java.util.function.BinaryOperator;
import net.bytebuddy.asm.Advice;
import org.apache.struts2.ServletActionContext;
import org.apache.struts2.dispatcher.mapper.ActionMapping;
import org.jspecify.annotations.Nullable;

/** Struts looks for the action that a request is for, or that another action leads to. */
public final class StrutsPrepareAdvice {

  private StrutsPrepareAdvice() {}

  /**
   * Notes the route if there is such an action, and the client may call the method that it asked
   * for. What a page calls that the client asked for does not count, nor what is found to make an
   * error page.
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  @SuppressWarnings("unchecked") // nobody else lets configurations carry anything
  public static void exit(
      @ProbeId int probe,
      @Advice.FieldValue("configuration") Configuration configuration,
      @Advice.FieldValue("config") @Nullable ActionConfig action,
      @Advice.FieldValue("namespace") @Nullable String namespace,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (action != null
        && !(thrown instanceof ConfigurationException)
        && Requests.active(probe)
        && ServletActionContext.getRequest().getAttribute("struts.actionMapping")
            instanceof ActionMapping
        && ServletActionContext.getRequest().getAttribute("javax.servlet.error.status_code")
            == null) {
      RuntimeConfiguration actions = configuration.getRuntimeConfiguration();
      if (Probes.state(actions) == null) {
        String contextPath = ServletActionContext.getServletContext().getContextPath();
        Probes.attach(probe, actions, new Object[] {contextPath, actions.getActionConfigs()});
      }
      BinaryOperator<String> routes = (BinaryOperator<String>) Probes.state(actions);
      if (routes != null) {
        Requests.route(probe, routes.apply(namespace, action.getName()));
      }
    }
  }
}
