// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.Settings;
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
  private final List<Target> byLikeness = new ArrayList<>();
  private final Marks marks;
  private final Exclusions exclusions;

  Candidates(List<Instrumentation> instrumentations, Settings settings) {
    exclusions =
        new Exclusions(settings.list("instrument.include"), settings.list("instrument.exclude"));
    List<String> strings = new ArrayList<>();
    for (Instrumentation instrumentation : instrumentations) {
      for (WeavePoint point : instrumentation.weavePoints(settings)) {
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
    if (target.kind() == TypeMatch.Kind.LIKE) {
      byLikeness.add(target);
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

  /** Whether a class could be woven, judging by its name and by what it mentions. */
  boolean isWorthALook(String internalName, byte[] bytes) {
    return (isNamed(internalName)
            || (!exclusions.isIgnored(internalName)
                && (areMentioned(bytes) || areLike(internalName))))
        && !exclusions.isForbidden(internalName);
  }

  /** Whether a class of that name is woven whatever it contains. */
  private boolean isNamed(String internalName) {
    return byName.containsKey(internalName);
  }

  /** Whether a class mentions what some weave point looks for. */
  private boolean areMentioned(byte[] bytes) {
    return marks.areIn(bytes);
  }

  /** Whether a class of that name is like what some weave point is for. */
  private boolean areLike(String internalName) {
    for (Target target : byLikeness) {
      if (target.isLike(internalName)) {
        return true;
      }
    }
    return false;
  }

  /** The weave points for a class that passed one of the tests above. */
  List<Target> targets(
      String internalName, byte[] bytes, ClassFile file, ClassLoader loader, Hierarchy hierarchy) {
    List<Target> found = new ArrayList<>();
    List<Target> named = byName.get(internalName);
    if (named != null) {
      for (Target target : named) {
        if (target.point.type().isForInterfaces() == file.isInterface()) {
          found.add(target);
        }
      }
    }
    if (byContent.isEmpty() && byLikeness.isEmpty()) {
      return found;
    }
    List<ClassFile.Method> methods = file.methods();
    for (Target target : byLikeness) {
      if (!exclusions.isIgnored(internalName)
          && target.isLike(internalName)
          && target.mayMatch(methods)) {
        found.add(target);
      }
    }
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
      if (!target.excludes(ancestor)
          && !exclusions.isForbidden(ancestor)
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
