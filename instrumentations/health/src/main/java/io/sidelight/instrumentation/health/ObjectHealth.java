// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.health;

import io.sidelight.spi.HealthCheck;
import io.sidelight.spi.HealthResult;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A check of one object, held weakly. */
final class ObjectHealth extends HealthCheck {

  private final CheckMethod method;
  private final WeakReference<Object> object;
  private volatile int number;

  ObjectHealth(CheckMethod method, Object object) {
    this.method = method;
    this.object = new WeakReference<>(object);
  }

  boolean isGone() {
    return object.get() == null;
  }

  boolean isSame(ObjectHealth other) {
    return object.get() == other.object.get() && method.name.equals(other.method.name);
  }

  /** Whether both have the same name but for the number. */
  boolean isLike(ObjectHealth other) {
    return base().equals(other.base());
  }

  int number() {
    return number;
  }

  void number(int fresh) {
    number = fresh;
  }

  private String base() {
    return method.className.substring(method.className.lastIndexOf('.') + 1) + "." + method.name;
  }

  @Override
  public String name() {
    return number > 1 ? base() + "-" + number : base();
  }

  /** It may not be complete yet: what injects values into it comes after its constructor. */
  @Override
  public long settleNanos(long configured) {
    return configured;
  }

  @Override
  public HealthResult ask(long timeoutNanos) throws Exception {
    Object asked = object.get();
    if (asked == null) {
      return HealthResult.busy("gone");
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(asked.getClass().getClassLoader());
    try {
      return judge(invoke(asked), timeoutNanos);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private @Nullable Object invoke(Object asked) throws ReflectiveOperationException {
    for (Class<?> each = asked.getClass(); each != null; each = each.getSuperclass()) {
      if (each.getName().equals(method.className)) {
        Method found = each.getDeclaredMethod(method.name);
        found.setAccessible(true);
        return found.invoke(asked);
      }
    }
    throw new NoSuchMethodException(method.className + "." + method.name);
  }

  private HealthResult judge(@Nullable Object answer, long timeoutNanos) throws Exception {
    Object value = answer;
    if (answer instanceof CompletionStage) {
      value = ((CompletionStage<?>) answer).toCompletableFuture();
    }
    if (value instanceof Future) {
      value = ((Future<?>) value).get(timeoutNanos, TimeUnit.NANOSECONDS);
    }
    return Boolean.FALSE.equals(value)
        ? HealthResult.unhealthy(method.name + "() is false")
        : HealthResult.healthy();
  }
}
