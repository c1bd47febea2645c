// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.Glob;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A weave point, its instrumentation, and its class names in internal form. Immutable. */
final class Target {

  final Instrumentation instrumentation;
  final WeavePoint point;
  final List<String> internalNames;

  /** The types as descriptors, as they are written where they annotate something. */
  final Marks annotations;

  private final List<String> exceptPrefixes = new ArrayList<>();

  Target(Instrumentation instrumentation, WeavePoint point) {
    this.instrumentation = instrumentation;
    this.point = point;
    // Few, so a list. Here and elsewhere in weaving: what iterates hash sets before the application
    // does teaches the JVM how HashSet.iterator is used, and its loops are compiled accordingly.
    this.internalNames = new ArrayList<>();
    for (String name : point.type().types()) {
      internalNames.add(name.replace('.', '/'));
    }
    this.annotations =
        kind() == TypeMatch.Kind.METHOD_ANNOTATED ? descriptors(internalNames) : Marks.NONE;
    for (String prefix : point.type().exceptPrefixes()) {
      exceptPrefixes.add(prefix.replace('.', '/'));
    }
  }

  private static Marks descriptors(List<String> internalNames) {
    List<String> descriptors = new ArrayList<>();
    for (String name : internalNames) {
      descriptors.add(descriptor(name));
    }
    return new Marks(descriptors);
  }

  static String descriptor(String internalName) {
    return "L" + internalName + ";";
  }

  TypeMatch.Kind kind() {
    return point.type().kind();
  }

  /** The methods of a weave point that is no carrier. */
  MethodMatch method() {
    return Objects.requireNonNull(point.method());
  }

  /** The advice of a weave point that is no carrier. */
  String advice() {
    return Objects.requireNonNull(point.advice());
  }

  /** Whether the types, as patterns, are for a class of that name. */
  boolean isLike(String internalName) {
    String name = internalName.replace('/', '.');
    for (String glob : point.type().types()) {
      if (Glob.matches(glob, name)) {
        return true;
      }
    }
    return false;
  }

  boolean excludes(String internalName) {
    for (String prefix : exceptPrefixes) {
      if (internalName.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the methods could be woven, judging by name alone. */
  boolean mayMatch(List<ClassFile.Method> methods) {
    MethodMatch match = point.method();
    if (match == null) {
      return true;
    }
    for (ClassFile.Method method : methods) {
      if (match.mayMatch(method.name)) {
        return true;
      }
    }
    return false;
  }
}
