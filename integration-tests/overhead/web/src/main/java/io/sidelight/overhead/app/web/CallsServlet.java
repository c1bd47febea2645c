// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.app.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** Does its calls and answers with the number of characters that they returned. */
final class CallsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** What it does for a request. */
  interface Calls {

    /** Does it and returns how many characters that gave. */
    int run(HttpServletRequest request) throws SQLException;
  }

  private final transient Calls calls;

  CallsServlet(Calls calls) {
    this.calls = calls;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      int characters = calls.run(request);
      response.setContentType("text/plain");
      response.getWriter().print(characters);
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }
}
