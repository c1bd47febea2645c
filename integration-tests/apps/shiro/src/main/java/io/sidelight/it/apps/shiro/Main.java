// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.shiro;

import java.io.IOException;
import java.util.Arrays;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.realm.SimpleAccountRealm;
import org.apache.shiro.subject.Subject;

/** Logs a user in, whom one of two realms knows. */
public final class Main {

  private Main() {}

  /** Says {@code ready} and stays until standard input ends. */
  public static void main(String[] args) throws IOException {
    SimpleAccountRealm first = new SimpleAccountRealm("first");
    SimpleAccountRealm second = new SimpleAccountRealm("second");
    second.addAccount("user-1", "right-canary");
    DefaultSecurityManager manager = new DefaultSecurityManager();
    manager.setRealms(Arrays.asList(first, second));
    SecurityUtils.setSecurityManager(manager);

    Subject user = SecurityUtils.getSubject();
    user.login(new UsernamePasswordToken("user-1", "right-canary"));
    user.logout();
    refuses("user-1", "wrong-canary");
    refuses("stranger-canary", "right-canary");
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Nothing is asked for.
    }
  }

  private static void refuses(String name, String password) {
    try {
      SecurityUtils.getSubject().login(new UsernamePasswordToken(name, password));
    } catch (AuthenticationException expected) {
      return;
    }
    throw new AssertionError("knows " + name);
  }
}
