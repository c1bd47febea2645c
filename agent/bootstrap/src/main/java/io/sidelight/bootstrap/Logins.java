// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * Where woven code notes what a log-in goes through before it is checked, so that the one that is
 * counted knows its kind. A log-in itself is a call of its domain, see {@link Probes}.
 *
 * <p>No method throws, blocks, takes a lock or allocates. Safe for many threads.
 */
public final class Logins {

  private Logins() {}

  /**
   * The log-in that comes next on this thread goes through that.
   *
   * @param name of a class or a kind, a constant of the woven class; null if through nothing any
   *     more
   */
  public static void through(@Nullable String name) {
    Calls.current().login = name;
  }

  /**
   * One of those that may check a log-in has done so. Does nothing if none is under way.
   *
   * @param name as in {@link #through}
   * @param granted whether it knows the user
   */
  public static void checked(int domain, String name, boolean granted) {
    Calls calls = Calls.current();
    if (calls.started[domain] == 0) {
      return;
    }
    if (granted) {
      calls.login = name;
    } else {
      calls.refusal = name;
    }
  }

  /**
   * Whether to tell of a user: once for each request that he is found in, or nearly so, and not of
   * users that no request is about.
   *
   * @param user any object that stands for him
   */
  public static boolean isNew(Object user) {
    Calls calls = Calls.current();
    int identity = System.identityHashCode(user);
    if (calls.request == null
        || (calls.user == identity && calls.userSince == calls.requestStart)) {
      return false;
    }
    calls.user = identity;
    calls.userSince = calls.requestStart;
    return true;
  }
}
