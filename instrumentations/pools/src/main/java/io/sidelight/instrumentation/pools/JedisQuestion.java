// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.spi.Getter;
import io.sidelight.spi.HealthResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Borrows a client or connection of Jedis from its pool, a Commons Pool, and lets it ping. */
final class JedisQuestion implements Question {

  private static final Getter PING = new Getter("ping");

  @Override
  public HealthResult ask(ConnectionPool pool, Object source, long timeoutNanos) throws Exception {
    // Not its own method: that one may wait for ever.
    Object item = call(source, "borrowObject", long.class, timeoutNanos / 1_000_000);
    boolean answered = false;
    try {
      Object answer = PING.read(item);
      answered = true;
      boolean pong = "PONG".equals(answer) || Boolean.TRUE.equals(answer);
      return pong ? HealthResult.healthy() : HealthResult.unhealthy("PING is answered otherwise");
    } finally {
      call(source, answered ? "returnObject" : "invalidateObject", Object.class, item);
    }
  }

  private static Object call(Object pool, String name, Class<?> type, Object argument)
      throws Exception {
    Method method = null;
    for (Class<?> each = pool.getClass(); each != null; each = each.getSuperclass()) {
      if (each.getName().equals("org.apache.commons.pool2.impl.GenericObjectPool")) {
        method = each.getMethod(name, type);
      }
    }
    if (method == null) {
      throw new NoSuchMethodException(pool.getClass().getName() + "." + name);
    }
    try {
      Object result = method.invoke(pool, argument);
      return result == null ? "" : result;
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    }
  }
}
