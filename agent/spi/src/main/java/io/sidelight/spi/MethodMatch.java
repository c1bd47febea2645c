// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyList;
import static java.util.Collections.unmodifiableList;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which methods of a matched class are woven. Methods without a body, bridges and other synthetic
 * methods never are, and constructors only if nothing else is asked for: one that carries an
 * annotation only reaches its {@link MethodDomain}, which refuses it. Immutable data.
 */
public final class MethodMatch {

  private static final String CONSTRUCTOR = "<init>";

  private final List<String> names;
  private final boolean like;
  private final List<String> annotations;
  private final @Nullable List<String> parameters;
  private final boolean prefix;
  private final List<String> returns;
  private final List<String> returnsNot;

  private MethodMatch(
      List<String> names,
      boolean like,
      List<String> annotations,
      @Nullable List<String> parameters,
      boolean prefix,
      List<String> returns,
      List<String> returnsNot) {
    this.names = names;
    this.like = like;
    this.annotations = annotations;
    this.parameters = parameters;
    this.prefix = prefix;
    this.returns = returns;
    this.returnsNot = returnsNot;
  }

  /** Methods by name. */
  public static MethodMatch named(String... names) {
    return new MethodMatch(
        asList(names), false, emptyList(), null, false, emptyList(), emptyList());
  }

  /**
   * Methods whose names are like one of these {@link Glob}s, but for those that are too short to do
   * more than read or set a field.
   */
  public static MethodMatch like(String... globs) {
    return new MethodMatch(asList(globs), true, emptyList(), null, false, emptyList(), emptyList());
  }

  /** Methods that carry one of these annotations. */
  public static MethodMatch annotated(String... annotations) {
    return new MethodMatch(
        emptyList(), false, asList(annotations), null, false, emptyList(), emptyList());
  }

  /**
   * Constructors. Their advice has an exit only, which is not reached if they throw, and may run
   * more than once for an object, as one can call another.
   */
  public static MethodMatch constructors() {
    return named(CONSTRUCTOR);
  }

  /** As this, with exactly these erased parameter types; none means no parameters. */
  public MethodMatch taking(String... types) {
    return new MethodMatch(names, like, annotations, asList(types), false, returns, returnsNot);
  }

  /** As this, with at least these erased parameter types first. */
  public MethodMatch takingFirst(String... types) {
    return new MethodMatch(names, like, annotations, asList(types), true, returns, returnsNot);
  }

  /** As this, with one of these erased return types. */
  public MethodMatch returning(String... types) {
    return new MethodMatch(names, like, annotations, parameters, prefix, asList(types), returnsNot);
  }

  /** As this, with any erased return type but these. */
  public MethodMatch notReturning(String... types) {
    return new MethodMatch(names, like, annotations, parameters, prefix, returns, asList(types));
  }

  /** Whether a method of that name may fit: the first and cheapest question. */
  public boolean mayMatch(String name) {
    return names.isEmpty() || (like ? isLikeOne(name) : names.contains(name));
  }

  private boolean isLikeOne(String name) {
    for (String glob : names) {
      if (Glob.matches(glob, name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is for constructors. */
  public boolean isForConstructors() {
    return names.contains(CONSTRUCTOR);
  }

  /** Whether methods are chosen by their annotations. */
  public boolean isAnnotated() {
    return !annotations.isEmpty();
  }

  /** Whether names are patterns, and methods that are too short do not fit. */
  public boolean isLike() {
    return like;
  }

  /**
   * Whether a method fits.
   *
   * @param erasedParameters type names with dots, arrays as {@code byte[]}
   */
  public boolean matches(
      String name,
      List<String> erasedParameters,
      String erasedReturn,
      List<String> annotationNames) {
    return mayMatch(name)
        && (annotations.isEmpty() || intersect(annotations, annotationNames))
        && fits(erasedParameters)
        && (returns.isEmpty() || returns.contains(erasedReturn))
        && !returnsNot.contains(erasedReturn);
  }

  private boolean fits(List<String> actual) {
    if (parameters == null) {
      return true;
    }
    if (prefix) {
      return actual.size() >= parameters.size()
          && actual.subList(0, parameters.size()).equals(parameters);
    }
    return actual.equals(parameters);
  }

  private static boolean intersect(List<String> some, List<String> others) {
    List<String> common = new ArrayList<>(some);
    common.retainAll(others);
    return !common.isEmpty();
  }

  /** The names or patterns asked for; empty if any. */
  public List<String> names() {
    return unmodifiableList(names);
  }

  @Override
  public String toString() {
    String what = names.isEmpty() ? "@" + String.join(", @", annotations) : String.join("|", names);
    if (parameters == null) {
      return what + "(..)";
    }
    return what + "(" + String.join(", ", parameters) + (prefix ? ", ..)" : ")");
  }
}
