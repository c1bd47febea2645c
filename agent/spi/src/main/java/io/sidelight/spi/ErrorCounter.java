// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import static java.util.Arrays.asList;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts exceptions that leave what a domain measures, by their class. An exception that leaves a
 * query and then the request that made it counts once for each of these components, and one that
 * leaves several measured methods once for each of them.
 *
 * <p>Safe for many threads. Nothing of an application's classes is kept here: what is known of an
 * exception's class, the class keeps.
 */
public final class ErrorCounter {

  /** One metric for all components. Messages never become labels. */
  public static final MetricSpec ERRORS =
      MetricSpec.counter("errors_total", "Errors by type and component")
          .label(Label.capped("type", "simple name of the exception's class", 100))
          .label(Label.closed("component", "what it left: http db redis business"));

  /** Say nothing but that something else was thrown where they could not pass it on. */
  private static final Set<String> WRAPPERS =
      new HashSet<>(
          asList(
              "java.lang.reflect.InvocationTargetException",
              "java.lang.reflect.UndeclaredThrowableException",
              "java.util.concurrent.CompletionException",
              "java.util.concurrent.ExecutionException",
              "javax.servlet.ServletException",
              "jakarta.servlet.ServletException",
              "org.springframework.web.util.NestedServletException"));

  private static final int MOST_WRAPPERS = 8;

  private final Meters meters;
  private final String component;

  private final ClassValue<Type> byClass =
      new ClassValue<Type>() {
        @Override
        protected Type computeValue(Class<?> type) {
          return new Type(simpleName(type));
        }
      };

  /**
   * For one component.
   *
   * @param component a value of the label of that name
   */
  public ErrorCounter(Meters meters, String component) {
    this.meters = meters;
    this.component = component;
  }

  /** Counts an exception, or what it only wraps. */
  public void count(Throwable thrown) {
    of(thrown).count();
  }

  /** Where an exception, or what it only wraps, will count. */
  public Type of(Throwable thrown) {
    return byClass.get(unwrapped(thrown).getClass());
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable own = thrown;
    for (int i = 0; i < MOST_WRAPPERS && WRAPPERS.contains(own.getClass().getName()); i++) {
      Throwable cause = own.getCause();
      if (cause == null) {
        break;
      }
      own = cause;
    }
    return own;
  }

  /** Counts an error for which there is no exception here. */
  public void count(String type) {
    series(type).add(1);
  }

  private Meters.Counter series(String type) {
    return meters.counter(ERRORS).series(type, component);
  }

  /** Not {@link Class#getSimpleName}, which can fail. An anonymous class has what it extends. */
  private static String simpleName(Class<?> type) {
    String name = type.getName();
    String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    Class<?> base = type.getSuperclass();
    boolean anonymous = last.isEmpty() || Character.isDigit(last.charAt(0));
    return anonymous && base != null ? simpleName(base) : last;
  }

  /** Exceptions of one name. Keeps nothing of their class. */
  public final class Type {
    private final String name;
    private volatile Meters.@Nullable Counter counter;

    private Type(String name) {
      this.name = name;
    }

    /** Counts one. */
    public void count() {
      Meters.Counter known = counter;
      if (known == null) {
        known = series(name);
        counter = known;
      }
      known.add(1);
    }
  }
}
