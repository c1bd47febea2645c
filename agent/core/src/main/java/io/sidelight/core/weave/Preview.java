// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MethodDomain;
import io.sidelight.spi.Settings;
import io.sidelight.spi.TypeMatch;
import java.util.List;

/** What would be woven, without weaving it. For one thread. */
public final class Preview {

  private final Candidates candidates;
  private final Hierarchy hierarchy = new Hierarchy();
  private final Meters meters;
  private final Settings settings;

  /**
   * Prepares it for these instrumentations.
   *
   * @param meters are told of methods that ask for what cannot be
   */
  public Preview(List<Instrumentation> instrumentations, Meters meters, Settings settings) {
    this.candidates = new Candidates(instrumentations, settings);
    this.meters = meters;
    this.settings = settings;
  }

  /** Takes what is found. */
  public interface Sink {

    /** A method that would be woven by the instrumentation with that id. */
    void method(String instrumentation, String method);
  }

  /**
   * Looks at one class.
   *
   * @param found is told each method that would be woven, with its class and parameters
   * @param classes has the class files of its supertypes, as resources
   */
  public void look(String internalName, byte[] bytes, ClassLoader classes, Sink found) {
    if (!candidates.isWorthALook(internalName, bytes)) {
      return;
    }
    ClassFile file = ClassFile.parse(bytes);
    List<Target> targets = candidates.targets(internalName, bytes, file, classes, hierarchy);
    if (targets.isEmpty()) {
      return;
    }
    String className = internalName.replace('/', '.');
    List<DeclaredMethod> methods = DeclaredMethod.all(className, bytes, file, targets);
    for (Target target : targets) { // as when weaving: what is learnt first decides what follows
      for (DeclaredMethod method : methods) {
        if (!target.point.isCarrier()
            && method.matches(target.method())
            && isWoven(target, method)) {
          found.method(target.instrumentation.id(), method.toString());
        }
      }
    }
  }

  private boolean isWoven(Target target, DeclaredMethod method) {
    Domain domain = target.instrumentation.domain();
    if (method.isTooLong()) {
      return false;
    }
    if (!(domain instanceof MethodDomain)) {
      return !method.isConstructor() || target.method().isForConstructors();
    }
    MethodDomain each = (MethodDomain) domain;
    // What a domain of methods names, it only wants to know of.
    return target.kind() != TypeMatch.Kind.NAMED
        && each.weaves(method, target.advice(), settings)
        && each.probe(method, meters, settings) != null;
  }
}
