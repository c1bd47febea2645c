// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A way from an object of a library to something it can tell, over public methods without
 * arguments. Nothing of the library is kept: neither classes nor methods, which would keep its
 * class loader. Immutable.
 */
public final class Getter {

  private final String[] methods;

  /**
   * Names of methods, each called on what the one before returned, e.g. {@code
   * "getExecutor.?getQueue.size"}; one after a question mark need not be there.
   */
  public Getter(String path) {
    methods = path.split("\\.");
  }

  /**
   * What they lead to.
   *
   * @return null if one of them returned null, or an optional one is not there
   * @throws ReflectiveOperationException if one cannot be called, or threw
   */
  public @Nullable Object read(Object source) throws ReflectiveOperationException {
    Object current = source;
    for (int i = 0; i < methods.length && current != null; i++) {
      current = call(current, methods[i]);
    }
    return current;
  }

  private static @Nullable Object call(Object target, String method)
      throws ReflectiveOperationException {
    boolean optional = method.startsWith("?");
    Method found = find(target.getClass(), optional ? method.substring(1) : method);
    if (found == null && optional) {
      return null;
    }
    if (found == null) {
      throw new NoSuchMethodException(target.getClass().getName() + "." + method + "()");
    }
    return found.invoke(target);
  }

  /** The method where a public type declares it: what a class that is not public has is no use. */
  private static @Nullable Method find(Class<?> type, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Method found = declared(each, name);
      if (found != null) {
        return found;
      }
    }
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Class<?> contract : each.getInterfaces()) {
        Method found = find(contract, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static @Nullable Method declared(Class<?> type, String name) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return null;
    }
    try {
      Method found = type.getMethod(name);
      return Modifier.isPublic(found.getDeclaringClass().getModifiers()) ? found : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return String.join(".", methods);
  }
}
