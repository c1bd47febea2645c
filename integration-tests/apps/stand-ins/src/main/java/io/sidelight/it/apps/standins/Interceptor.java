// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.standins;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/** Marks what it has seen. */
@jakarta.interceptor.Interceptor
@Intercepted
@Priority(1)
public class Interceptor {

  /** Around each call. */
  @AroundInvoke
  public Object around(InvocationContext context) throws Exception {
    return "<" + context.proceed() + ">";
  }
}
