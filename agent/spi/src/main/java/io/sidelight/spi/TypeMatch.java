// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyList;

import java.util.List;

/** Which classes a weave point is for. Immutable data. */
public final class TypeMatch {

  /** How {@link #types} select a class. */
  public enum Kind {
    /** The class, or else the interface, has one of the names. */
    NAMED,
    /**
     * The class is not an interface, and extends or implements one of the types, at any distance.
     */
    SUBTYPE,
    /** The class declares a method that carries one of the annotations. */
    METHOD_ANNOTATED,
    /** The class's name is like one of the {@link Glob}s. */
    LIKE
  }

  private final Kind kind;
  private final List<String> types;
  private final List<String> exceptPrefixes;
  private final boolean interfaces;

  private TypeMatch(
      Kind kind, List<String> types, List<String> exceptPrefixes, boolean interfaces) {
    this.kind = kind;
    this.types = types;
    this.exceptPrefixes = exceptPrefixes;
    this.interfaces = interfaces;
  }

  private TypeMatch(Kind kind, List<String> types) {
    this(kind, types, emptyList(), false);
  }

  /**
   * Classes by name: the cheapest there is. Not interfaces: a later version of a library may have
   * one by the name of an earlier one's class.
   */
  public static TypeMatch named(String... names) {
    return new TypeMatch(Kind.NAMED, asList(names));
  }

  /** Interfaces by name, for their default methods. */
  public static TypeMatch interfaceNamed(String... names) {
    return new TypeMatch(Kind.NAMED, asList(names), emptyList(), true);
  }

  /**
   * Classes that extend or implement one of {@code types}, at any distance. A class is considered
   * only if its class file mentions the package of one of them, so name types whose methods'
   * signatures do.
   */
  public static TypeMatch subtypeOf(String... types) {
    return new TypeMatch(Kind.SUBTYPE, asList(types));
  }

  /** Classes that declare a method with one of these annotations. */
  public static TypeMatch withMethodAnnotated(String... annotations) {
    return new TypeMatch(Kind.METHOD_ANNOTATED, asList(annotations));
  }

  /**
   * Classes, interfaces too, whose name is like one of these {@link Glob}s. Every class that loads
   * is compared with them, so only for what an operator asks for.
   */
  public static TypeMatch like(String... globs) {
    return new TypeMatch(Kind.LIKE, asList(globs));
  }

  /** As this, but not classes whose name starts with one of {@code prefixes}. */
  public TypeMatch except(String... prefixes) {
    return new TypeMatch(kind, types, asList(prefixes), interfaces);
  }

  /** How {@link #types} select a class. */
  public Kind kind() {
    return kind;
  }

  /** Whether names are those of interfaces, not of classes. */
  public boolean isForInterfaces() {
    return interfaces;
  }

  /** Names with dots. */
  public List<String> types() {
    return types;
  }

  /** Prefixes of class names that never match. */
  public List<String> exceptPrefixes() {
    return exceptPrefixes;
  }

  @Override
  public String toString() {
    switch (kind) {
      case NAMED:
      case LIKE:
        return String.join(", ", types);
      case SUBTYPE:
        return "subtypes of " + String.join(", ", types);
      default:
        return "methods annotated " + String.join(", ", types);
    }
  }
}
