// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way from an object of a library to something it can tell, over public methods without
 * arguments, or over what is hidden where nothing else leads there. Nothing of the library is kept:
 * neither classes nor methods, which would keep its class loader. Immutable.
 */
public final class Getter {

  private final String path;
  private final Step[] steps;

  /**
   * Names of methods, each called on what the one before returned, e.g. {@code
   * "getExecutor.?getQueue.size"}; one after a question mark need not be there. After a number
   * sign, as in {@code "#store.?#map.#size"}, it is a field, or else a method, that need not be
   * public; it cannot be read where a module of Java hides it.
   */
  public Getter(String path) {
    this.path = path;
    String[] names = path.split("\\.", -1);
    steps = new Step[names.length];
    for (int i = 0; i < names.length; i++) {
      steps[i] = new Step(names[i]);
    }
  }

  /**
   * What they lead to.
   *
   * @return null if one of them returned null, or an optional one is not there
   * @throws ReflectiveOperationException if one cannot be called, or threw
   */
  public @Nullable Object read(Object source) throws ReflectiveOperationException {
    Object current = source;
    for (int i = 0; i < steps.length && current != null; i++) {
      current = steps[i].call(current);
    }
    return current;
  }

  @Override
  public String toString() {
    return path;
  }

  /**
   * One method or field. Looked for once in each class, which keeps it: nothing here keeps the
   * class.
   */
  private static final class Step extends ClassValue<Optional<AccessibleObject>> {
    private final String name;
    private final boolean optional;
    private final boolean hidden;

    Step(String written) {
      optional = written.startsWith("?");
      String marked = optional ? written.substring(1) : written;
      hidden = marked.startsWith("#");
      name = hidden ? marked.substring(1) : marked;
    }

    @Override
    protected Optional<AccessibleObject> computeValue(Class<?> type) {
      return Optional.ofNullable(hidden ? findHidden(type, name) : find(type, name));
    }

    @Nullable Object call(Object target) throws ReflectiveOperationException {
      AccessibleObject found = get(target.getClass()).orElse(null);
      if (found == null && optional) {
        return null;
      }
      if (found == null) {
        throw new NoSuchMethodException(target.getClass().getName() + "." + name + "()");
      }
      return found instanceof Field ? ((Field) found).get(target) : ((Method) found).invoke(target);
    }
  }

  private static @Nullable AccessibleObject findHidden(Class<?> type, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      AccessibleObject found = declaredHidden(each, name);
      if (found != null) {
        try {
          found.setAccessible(true);
        } catch (RuntimeException e) {
          return found; // reading it fails and tells why
        }
        return found;
      }
    }
    return null;
  }

  private static @Nullable AccessibleObject declaredHidden(Class<?> type, String name) {
    for (Field field : type.getDeclaredFields()) {
      if (field.getName().equals(name)) {
        return field;
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == 0) {
        return method;
      }
    }
    return null;
  }

  /**
   * The public method without arguments of that name, where a public type declares it: what a class
   * that is not public has is no use.
   *
   * @return null if there is none
   */
  public static @Nullable Method find(Class<?> type, String name) {
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
}
