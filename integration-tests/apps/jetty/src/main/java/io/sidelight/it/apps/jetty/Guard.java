// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jetty;

import static io.sidelight.it.apps.jetty.JettyMain.call;

/** Lets only {@code user-1} in, with his password in the header. */
final class Guard {

  private static final String SECURITY = "org.eclipse.jetty.security.";
  private static final String[] ROLES = {"member"};

  private Guard() {}

  /**
   * What the server has to call instead.
   *
   * @param application the {@code ServletContextHandler}
   * @param handler what the server would call
   */
  static Object around(Object application, Object handler) throws ReflectiveOperationException {
    boolean since12 = isThere(SECURITY + "SecurityHandler$PathMapped");
    Object security =
        JettyMain.create(
            SECURITY + (since12 ? "SecurityHandler$PathMapped" : "ConstraintSecurityHandler"));
    call(
        security,
        "setAuthenticator",
        JettyMain.create(SECURITY + "authentication.BasicAuthenticator"));
    call(security, "setLoginService", users());
    call(security, "setRealmName", "test");
    if (since12) {
      Object members =
          Class.forName(SECURITY + "Constraint")
              .getMethod("from", String[].class)
              .invoke(null, (Object) ROLES);
      call(security, "put", "/*", members);
      call(security, "setHandler", handler);
      return security;
    }
    Object members = JettyMain.create("org.eclipse.jetty.util.security.Constraint");
    members.getClass().getMethod("setAuthenticate", boolean.class).invoke(members, true);
    call(members, "setRoles", (Object) ROLES);
    Object mapping = JettyMain.create(SECURITY + "ConstraintMapping");
    call(mapping, "setPathSpec", "/*");
    call(mapping, "setConstraint", members);
    call(security, "addConstraintMapping", mapping);
    call(application, "setSecurityHandler", security);
    return handler;
  }

  private static Object users() throws ReflectiveOperationException {
    Object password =
        Class.forName("org.eclipse.jetty.util.security.Credential")
            .getMethod("getCredential", String.class)
            .invoke(null, "right-canary");
    Object users = JettyMain.create(SECURITY + "UserStore");
    call(users, "addUser", "user-1", password, ROLES);
    Object service = JettyMain.create(SECURITY + "HashLoginService");
    call(service, "setName", "test");
    call(service, "setUserStore", users);
    return service;
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
