// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the weave points that a class could be for, cheapest test first: its name in a hash table,
 * then strings in its constant pool, then what it extends. Immutable; safe for many threads.
 */
final class Candidates {

  private final Map<String, List<Target>> byName = new HashMap<>();
  private final List<Target> byContent = new ArrayList<>();
  private final Marks marks;
  private final Exclusions exclusions;

  Candidates(List<Instrumentation> instrumentations, Exclusions exclusions) {
    this.exclusions = exclusions;
    List<String> strings = new ArrayList<>();
    for (Instrumentation instrumentation : instrumentations) {
      for (WeavePoint point : instrumentation.weavePoints()) {
        add(new Target(instrumentation, point), strings);
      }
    }
    marks = new Marks(strings);
  }

  private void add(Target target, List<String> strings) {
    if (target.kind() == TypeMatch.Kind.NAMED) {
      for (String name : target.internalNames) {
        List<Target> targets = byName.get(name);
        if (targets == null) {
          targets = new ArrayList<>();
          byName.put(name, targets);
        }
        targets.add(target);
      }
      return;
    }
    byContent.add(target);
    for (String name : target.internalNames) {
      String string =
          target.kind() == TypeMatch.Kind.SUBTYPE
              ? name.substring(0, name.lastIndexOf('/') + 1)
              : Target.descriptor(name);
      if (!strings.contains(string)) {
        strings.add(string);
      }
    }
  }

  /** Whether a class of that name is woven whatever it contains. */
  boolean isNamed(String internalName) {
    return byName.containsKey(internalName);
  }

  /** Whether a class mentions what some weave point looks for. */
  boolean areMentioned(byte[] bytes) {
    return marks.areIn(bytes);
  }

  /** The weave points for a class that passed one of the tests above. */
  List<Target> targets(
      String internalName, byte[] bytes, ClassFile file, ClassLoader loader, Hierarchy hierarchy) {
    List<Target> found = new ArrayList<>();
    List<Target> named = byName.get(internalName);
    // A later version of a library may have an interface by the name of an earlier one's class.
    if (named != null && !file.isInterface()) {
      found.addAll(named);
    }
    if (byContent.isEmpty()) {
      return found;
    }
    List<ClassFile.Method> methods = file.methods();
    for (Target target : byContent) {
      if (!target.excludes(internalName)
          && target.mayMatch(methods)
          && matches(target, bytes, file, loader, hierarchy)
          && !inheritsCarrier(target, file, loader, hierarchy)) {
        found.add(target);
      }
    }
    return found;
  }

  /**
   * A class whose superclass carries state needs no second field, which would be wasted memory in
   * every object. Sure only of a superclass that names the interface itself: one that inherits it
   * may mention nothing that is looked for.
   */
  private boolean inheritsCarrier(
      Target target, ClassFile file, ClassLoader loader, Hierarchy hierarchy) {
    if (!target.point.isCarrier()) {
      return false;
    }
    for (String ancestor : hierarchy.ancestors(file, loader)) {
      if (!exclusions.isForbidden(ancestor)
          && !exclusions.isIgnored(ancestor)
          && hierarchy.implementsDirectly(ancestor, target.internalNames, loader)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(
      Target target, byte[] bytes, ClassFile file, ClassLoader loader, Hierarchy hierarchy) {
    if (target.kind() == TypeMatch.Kind.SUBTYPE) {
      return !file.isInterface() && hierarchy.extendsAny(file, target.internalNames, loader);
    }
    return target.annotations.areIn(bytes);
  }
}
