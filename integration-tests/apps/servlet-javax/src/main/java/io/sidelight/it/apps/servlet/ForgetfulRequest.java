// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.servlet;

import java.util.Collections;
import java.util.Enumeration;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A wrapper that hides all attribute names, as some applications do. */
final class ForgetfulRequest extends HttpServletRequestWrapper {

  ForgetfulRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.emptyEnumeration();
  }
}
