// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MethodDomain;
import io.sidelight.spi.ProbeId;
import io.sidelight.spi.TypeMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Inlines advice into a class file with Byte Buddy. The only class that knows how; loaded with the
 * first class that is woven.
 *
 * <p>The result depends on the bytes and the configuration alone. Safe for many threads.
 */
final class Weaver {

  private final ProbeIds probes;
  private final Meters meters;
  private final ClassLoader agentLoader;

  Weaver(ProbeIds probes, Meters meters, ClassLoader agentLoader) {
    this.probes = probes;
    this.meters = meters;
    this.agentLoader = agentLoader;
  }

  /** Whether Byte Buddy can read class files of that version. */
  static boolean isReadable(int majorVersion) {
    return majorVersion <= ClassFileVersion.latest().getMajorVersion();
  }

  /**
   * Weaves {@code targets} into the class.
   *
   * @return the woven class file; null if none of the methods asked for is there
   */
  byte @Nullable [] weave(
      String className, byte[] bytes, ClassFile file, List<Target> targets, ClassLoader loader) {
    List<DeclaredMethod> methods = methods(className, bytes, file, targets);
    ClassFileLocator library =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(className, bytes),
            ClassFileLocator.ForClassLoader.WeaklyReferenced.of(loader));
    Templates templates = new Templates(agentLoader, library);
    List<AsmVisitorWrapper> visitors = new ArrayList<>();
    for (Target target : targets) {
      if (target.point.isCarrier()) {
        visitors.add(new CarrierVisitor());
      } else {
        addAdvice(target, methods, templates, visitors);
      }
    }
    if (visitors.isEmpty()) {
      return null;
    }
    TypePool pool = pool(library);
    DynamicType.Builder<?> builder =
        new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(Implementation.Context.Disabled.Factory.INSTANCE)
            .decorate(pool.describe(className).resolve(), library);
    for (AsmVisitorWrapper visitor : visitors) {
      builder = builder.visit(visitor);
    }
    return builder.make(TypeResolutionStrategy.Disabled.INSTANCE, pool).getBytes();
  }

  private static List<DeclaredMethod> methods(
      String className, byte[] bytes, ClassFile file, List<Target> targets) {
    boolean annotated = false;
    for (Target target : targets) {
      annotated |= target.kind() == TypeMatch.Kind.METHOD_ANNOTATED;
    }
    Map<String, Map<String, Map<String, Object>>> annotations =
        annotated
            ? Annotations.of(bytes)
            : Collections.<String, Map<String, Map<String, Object>>>emptyMap();
    List<DeclaredMethod> methods = new ArrayList<>();
    for (ClassFile.Method method : file.methods()) {
      Map<String, Map<String, Object>> its = annotations.get(method.name + method.descriptor);
      methods.add(new DeclaredMethod(className, method, its == null ? Annotations.none() : its));
    }
    return methods;
  }

  private void addAdvice(
      Target target,
      List<DeclaredMethod> methods,
      Templates templates,
      List<AsmVisitorWrapper> visitors) {
    Set<String> keys = new HashSet<>();
    Domain domain = target.instrumentation.domain();
    for (DeclaredMethod method : methods) {
      if (!method.matches(target.method())) {
        continue;
      }
      if (method.isTooLong()) {
        meters.problem(
            target.instrumentation.id()
                + ": "
                + method.className()
                + "."
                + method.name()
                + " is too long to be woven without harm to its compilation; not measured");
      } else if (domain instanceof MethodDomain) {
        Integer id = probes.of((MethodDomain) domain, method);
        if (id != null) {
          visitors.add(
              templates.advice(target.advice(), id).on(in(Collections.singleton(method.key()))));
        }
      } else {
        keys.add(method.key());
      }
    }
    if (!keys.isEmpty()) {
      visitors.add(templates.advice(target.advice(), probes.of(domain)).on(in(keys)));
    }
  }

  private static ElementMatcher<MethodDescription> in(Set<String> keys) {
    return new ElementMatcher<MethodDescription>() {
      @Override
      public boolean matches(@Nullable MethodDescription method) {
        return method != null && keys.contains(method.getInternalName() + method.getDescriptor());
      }
    };
  }

  private static TypePool pool(ClassFileLocator locator) {
    return new TypePool.Default.WithLazyResolution(
        new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.FAST);
  }

  /** Advice classes, described from the agent's JAR and never loaded. */
  private static final class Templates {
    private final ClassFileLocator locator;
    private final TypePool pool;

    Templates(ClassLoader agentLoader, ClassFileLocator library) {
      locator =
          new ClassFileLocator.Compound(ClassFileLocator.ForClassLoader.of(agentLoader), library);
      pool = pool(locator);
    }

    Advice advice(String name, int probeId) {
      TypeDescription template = pool.describe(name).resolve();
      return Advice.withCustomMapping().bind(ProbeId.class, probeId).to(template, locator);
    }
  }
}
