// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jwt;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls what differs between the versions of a library, by name. */
final class Late {

  private Late() {}

  /** Whether this version has the class. */
  static boolean isThere(String type) {
    try {
      Class.forName(type);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Calls a public static method. */
  static Object callStatic(String type, String name, Object... arguments) throws Exception {
    return call(type, null, name, arguments);
  }

  /**
   * Calls a public method, and throws what it throws.
   *
   * @param type that has the method, if {@code target} is of a class that is not public
   * @param target null for a static method
   */
  static Object call(String type, @Nullable Object target, String name, Object... arguments)
      throws Exception {
    for (Method method : Class.forName(type).getMethods()) {
      if (method.getName().equals(name) && takes(method, arguments)) {
        return invoke(method, target, arguments);
      }
    }
    throw new NoSuchMethodException(type + "." + name);
  }

  @SuppressWarnings("NullAway") // as reflection has it
  private static Object invoke(Method method, @Nullable Object target, Object... arguments)
      throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception) {
        throw (Exception) e.getCause();
      }
      throw e;
    }
  }

  private static boolean takes(Method method, Object... arguments) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }
}
