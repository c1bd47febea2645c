// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import java.io.IOException;
import org.apache.struts2.ServletActionContext;

/** Actions of all kinds. */
public class StrutsOrders {

  /** Answers itself. */
  public String execute() throws IOException {
    ServletActionContext.getResponse().getWriter().print("answered");
    return "none";
  }

  /** Answers itself, when the client asks for this method. */
  public String all() throws IOException {
    return execute();
  }

  /** Lets its configuration say what comes next. */
  public String next() {
    return "success";
  }

  /** Fails. */
  public String broken() {
    throw new IllegalStateException("on purpose");
  }
}
