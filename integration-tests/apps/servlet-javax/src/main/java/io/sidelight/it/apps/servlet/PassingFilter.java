// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.servlet;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;

/** A filter written as one method. */
final class PassingFilter implements Filter {

  /** What it does. */
  interface Body {
    void filter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws ServletException, IOException;
  }

  private final Body body;

  PassingFilter(Body body) {
    this.body = body;
  }

  @Override
  public void init(FilterConfig config) {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    body.filter(request, response, chain);
  }

  @Override
  public void destroy() {}
}
