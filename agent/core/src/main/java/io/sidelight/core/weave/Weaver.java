// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MethodDomain;
import io.sidelight.spi.ProbeId;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Inlines advice into a class file with Byte Buddy; loaded with the first class that is woven.
 *
 * <p>Byte Buddy's {@code Advice} and type pool are used directly, not through its {@code
 * DynamicType} builder: that would load a third more classes, which is what start-up pays for.
 *
 * <p>The result depends on the bytes and the configuration alone. Safe for many threads.
 */
final class Weaver {

  private final ProbeIds probes;
  private final Meters meters;
  private final ClassLoader agentLoader;
  private volatile @Nullable Templates lastTemplates;

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
    List<DeclaredMethod> methods = DeclaredMethod.all(className, bytes, file, targets);
    Templates templates = templates(loader);
    Map<String, List<Advice>> advice = new HashMap<>();
    Set<String> woven = new HashSet<>();
    boolean carrier = false;
    for (Target target : targets) {
      if (target.point.isCarrier()) {
        carrier = true;
      } else {
        addAdvice(target, methods, templates, advice, woven);
      }
    }
    if (!carrier && advice.isEmpty()) {
      return null;
    }
    ClassReader reader = OpenedClassReader.of(bytes);
    ClassWriter writer = new ClassWriter(reader, AsmVisitorWrapper.NO_FLAGS);
    ClassVisitor visitor = carrier ? new CarrierVisitor(writer) : writer;
    if (!advice.isEmpty()) {
      TypePool pool =
          pool(
              new ClassFileLocator.Compound(
                  ClassFileLocator.Simple.of(className, bytes), templates.library));
      visitor =
          new AdviceVisitor(
              visitor,
              pool.describe(className).resolve(),
              ClassFileVersion.ofClassFile(bytes),
              pool,
              advice);
    }
    reader.accept(visitor, AsmVisitorWrapper.NO_FLAGS);
    return writer.toByteArray();
  }

  /** Those of the class loader that loaded the last woven class: mostly it loads the next, too. */
  private Templates templates(ClassLoader loader) {
    Templates known = lastTemplates;
    if (known == null || known.loader.get() != loader) {
      known = new Templates(agentLoader, loader);
      lastTemplates = known;
    }
    return known;
  }

  private void addAdvice(
      Target target,
      List<DeclaredMethod> methods,
      Templates templates,
      Map<String, List<Advice>> advice,
      Set<String> woven) {
    Domain domain = target.instrumentation.domain();
    for (DeclaredMethod method : methods) {
      if (!method.matches(target.method())
          || (domain instanceof MethodDomain
              ? !probes.weaves((MethodDomain) domain, method, target.advice())
              : method.isConstructor() && !target.method().isForConstructors())) {
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
        continue;
      }
      Integer id =
          domain instanceof MethodDomain
              ? probes.of((MethodDomain) domain, method)
              : Integer.valueOf(probes.of(domain));
      if (id != null) {
        List<Advice> known = advice.get(method.key());
        if (known == null) {
          known = new ArrayList<>(1);
          advice.put(method.key(), known);
        }
        // Several weave points of one domain may want the same for a method: it is woven once.
        if (woven.add(method.key() + ' ' + id + ' ' + target.advice())) {
          known.add(templates.advice(target.advice(), id));
        }
      }
    }
  }

  private static TypePool pool(ClassFileLocator locator) {
    return new TypePool.Default.WithLazyResolution(
        new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.FAST);
  }

  /**
   * Advice classes, described from the agent's JAR and never loaded, for classes of one loader.
   * Safe for many threads: two may describe the same advice at once.
   */
  private static final class Templates {

    /** Methods with a probe of their own bind it into the advice, and may be many. */
    private static final int MAX_KNOWN = 64;

    final WeakReference<ClassLoader> loader;
    final ClassFileLocator library;
    private final ClassFileLocator locator;
    private final TypePool pool;
    private final Map<String, Advice> known = new ConcurrentHashMap<>();

    Templates(ClassLoader agentLoader, ClassLoader loader) {
      this.loader = new WeakReference<>(loader);
      library = ClassFileLocator.ForClassLoader.WeaklyReferenced.of(loader);
      locator =
          new ClassFileLocator.Compound(ClassFileLocator.ForClassLoader.of(agentLoader), library);
      pool = pool(locator);
    }

    Advice advice(String name, int probeId) {
      String key = name + probeId;
      Advice advice = known.get(key);
      if (advice == null) {
        TypeDescription template = pool.describe(name).resolve();
        // As a constant for the stack: a value of any other form loads its descriptions of every
        // constant that a class file can have.
        advice =
            Advice.withCustomMapping()
                .bind(ProbeId.class, IntegerConstant.forValue(probeId), int.class)
                .bind(NameMapping.METHOD)
                .bind(NameMapping.CLASS)
                .to(template, locator);
        if (known.size() < MAX_KNOWN) {
          known.put(key, advice);
        }
      }
      return advice;
    }
  }
}
