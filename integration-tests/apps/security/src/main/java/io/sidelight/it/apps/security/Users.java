// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.security;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Says who asks. Checks passwords itself, too, as applications with tokens of their own do. */
final class Users extends HttpServlet {

  private final transient AuthenticationManager manager;
  private final transient AuthenticationManager directory;

  Users(AuthenticationManager manager, AuthenticationManager directory) {
    this.manager = manager;
    this.directory = directory;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    response.getWriter().print(user == null ? "nobody" : user.getName());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AuthenticationManager asked =
        request.getRequestURI().equals("/directory") ? directory : manager;
    try {
      Authentication user =
          asked.authenticate(
              new UsernamePasswordAuthenticationToken(
                  request.getParameter("username"), request.getParameter("password")));
      response.getWriter().print(user.getName());
    } catch (AuthenticationException e) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }
}
