// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import com.opensymphony.xwork2.ActionInvocation;
import com.opensymphony.xwork2.interceptor.AbstractInterceptor;
import java.io.IOException;
import org.apache.struts2.ServletActionContext;

/** Lets nobody through. */
public class StrutsRefusal extends AbstractInterceptor {

  @Override
  public String intercept(ActionInvocation invocation) throws IOException {
    ServletActionContext.getResponse().sendError(403);
    return "none";
  }
}
