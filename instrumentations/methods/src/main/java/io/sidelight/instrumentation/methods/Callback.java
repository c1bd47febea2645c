// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A function that a library calls: of the JDK's types itself, of the library's own types as a proxy
 * of the JDK. {@link #call} must not throw.
 */
abstract class Callback
    implements Consumer<Object>, Supplier<Object>, Callable<Object>, Runnable, InvocationHandler {

  /** The library calls, with a value if it has one. */
  abstract @Nullable Object call(@Nullable Object value);

  /** This as a function of that type. */
  final Object as(Class<?> function) {
    return function.isInstance(this)
        ? this
        : Proxy.newProxyInstance(function.getClassLoader(), new Class<?>[] {function}, this);
  }

  @Override
  public final void accept(Object value) {
    call(value);
  }

  @Override
  public final @Nullable Object get() {
    return call(null);
  }

  @Override
  public final @Nullable Object call() {
    return call(null);
  }

  @Override
  public final void run() {
    call(null);
  }

  @Override
  public final @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    if (method.getDeclaringClass() == Object.class) {
      switch (method.getName()) {
        case "equals":
          return arguments != null && proxy == arguments[0];
        case "hashCode":
          return System.identityHashCode(proxy);
        default:
          return "sidelight";
      }
    }
    return call(arguments == null ? null : arguments[0]);
  }
}
