// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.Getter;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A property of the application's objects: {@code getX()}, {@code isX()}, the accessor {@code x()}
 * of a record or of a field {@code x}, or that field. A method {@code x()} of any other kind may do
 * something and is never called.
 *
 * <p>Looked for once in each class, which keeps it: nothing here keeps the class.
 */
final class Property extends ClassValue<Optional<AccessibleObject>> {

  /** Methods of the JDK that only tell. */
  private static final Set<String> TELLING =
      new HashSet<>(Arrays.asList("name", "ordinal", "size", "length"));

  private final String name;

  Property(String name) {
    this.name = name;
  }

  /**
   * Its value, an optional one's content.
   *
   * @throws NoSuchFieldException if the object has none of that name, or not for us
   * @throws ReflectiveOperationException if the object could not tell
   */
  @Nullable Object of(Object target) throws ReflectiveOperationException {
    AccessibleObject member = get(target.getClass()).orElse(null);
    if (member == null) {
      throw new NoSuchFieldException(
          target.getClass().getName() + " has no getter or field " + name + " that may be read");
    }
    return member instanceof Method
        ? ((Method) member).invoke(target)
        : ((Field) member).get(target);
  }

  @Override
  protected Optional<AccessibleObject> computeValue(Class<?> type) {
    String suffix = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    Field field = field(type);
    AccessibleObject found = usable(getter(type, "get" + suffix));
    if (found == null) {
      Method is = getter(type, "is" + suffix);
      found = is != null && isFlag(is.getReturnType()) ? usable(is) : null;
    }
    if (found == null) {
      Method plain = getter(type, name);
      found = plain != null && onlyTells(type, plain, field) ? usable(plain) : null;
    }
    return Optional.ofNullable(found == null ? usable(field) : found);
  }

  private static boolean isFlag(Class<?> type) {
    return type == boolean.class || type == Boolean.class;
  }

  private boolean onlyTells(Class<?> type, Method plain, @Nullable Field field) {
    return isRecord(type)
        || (field != null && plain.getReturnType().isAssignableFrom(field.getType()))
        || (plain.getDeclaringClass().getName().startsWith("java.") && TELLING.contains(name));
  }

  private static boolean isRecord(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return parent != null && parent.getName().equals("java.lang.Record");
  }

  /** Where a public type declares it, if one does: that one needs no permission. */
  private static @Nullable Method getter(Class<?> type, String name) {
    Method found = Getter.find(type, name);
    if (found == null) {
      try {
        found = type.getMethod(name);
      } catch (NoSuchMethodException e) {
        return null;
      }
    }
    boolean tells = found.getReturnType() != void.class;
    return tells && !Modifier.isStatic(found.getModifiers()) ? found : null;
  }

  private @Nullable Field field(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      try {
        Field found = each.getDeclaredField(name);
        if (!Modifier.isStatic(found.getModifiers())) {
          return found;
        }
      } catch (NoSuchFieldException e) {
        // Perhaps the superclass has it.
      }
    }
    return null;
  }

  private static @Nullable AccessibleObject usable(@Nullable AccessibleObject member) {
    if (member == null || isPublic(member)) {
      return member;
    }
    try {
      member.setAccessible(true);
      return member;
    } catch (RuntimeException e) {
      return null; // of a module that is not open
    }
  }

  private static boolean isPublic(AccessibleObject member) {
    Member named = (Member) member;
    return Modifier.isPublic(named.getDeclaringClass().getModifiers())
        && Modifier.isPublic(named.getModifiers());
  }
}
