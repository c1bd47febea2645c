// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Settings;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes as they load: the cheap decision first, everything else behind it.
 *
 * <p>Safe for many threads. Never throws: a class that cannot be woven loads as it is, and that is
 * counted and said.
 */
public final class Weaving {

  private final Meters meters;
  private final WeaveListener listener;
  private final Candidates candidates;
  private final Hierarchy hierarchy = new Hierarchy();
  private final Visibility visibility;
  private final ProbeIds probes;
  private final ClassLoader agentLoader;
  private final ModuleReads modules;
  private volatile @Nullable Weaver weaver;

  /**
   * Prepares weaving for these instrumentations.
   *
   * @param modules makes woven modules read the dispatcher's
   */
  public Weaving(
      List<Instrumentation> instrumentations,
      Meters meters,
      Settings settings,
      WeaveListener listener,
      ModuleReads modules) {
    this.meters = meters;
    this.listener = listener;
    this.modules = modules;
    this.candidates = new Candidates(instrumentations, settings);
    this.visibility = new Visibility(meters);
    this.probes = new ProbeIds(meters, settings);
    this.agentLoader = Weaving.class.getClassLoader();
  }

  /**
   * Decides about one class.
   *
   * @param module its module, a {@code java.lang.Module}; null where the JVM has none
   * @param loader null for the bootstrap loader
   * @param internalName null for a class without a name
   * @param domain where the class comes from; null if unknown
   * @return the woven class file; null to leave the class as it is
   */
  byte @Nullable [] transform(
      @Nullable Object module,
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    try {
      listener.classSeen(loader, internalName);
      if (loader == null || loader == agentLoader || internalName == null) {
        return null;
      }
      long begin = System.nanoTime();
      ClassFile file = null;
      List<Target> targets = Collections.emptyList();
      if (candidates.isWorthALook(internalName, bytes)) {
        listener.classParsed();
        file = ClassFile.parse(bytes);
        targets = candidates.targets(internalName, bytes, file, loader, hierarchy);
      }
      long matched = System.nanoTime();
      listener.spent(WeaveListener.Step.MATCHING, matched - begin);
      if (file == null || targets.isEmpty()) {
        return null;
      }
      WeaveListener.Step step =
          weaver == null ? WeaveListener.Step.FIRST_WEAVING : WeaveListener.Step.WEAVING;
      byte[] woven = weave(module, loader, internalName, domain, bytes, file, targets);
      listener.spent(step, System.nanoTime() - matched);
      return woven;
    } catch (Throwable e) {
      failed("weaving", internalName, e);
      return null;
    }
  }

  private byte @Nullable [] weave(
      @Nullable Object module,
      ClassLoader loader,
      String internalName,
      @Nullable ProtectionDomain domain,
      byte[] bytes,
      ClassFile file,
      List<Target> targets) {
    String first = targets.get(0).instrumentation.id();
    if (!visibility.isVisible(loader, first)) {
      return null;
    }
    int version = ClassFile.majorVersion(bytes);
    if (!Weaver.isReadable(version)) {
      meters.problem(
          "classes of class file version "
              + version
              + " are newer than this agent can read and are not woven; use a newer Sidelight");
      return null;
    }
    String className = internalName.replace('/', '.');
    List<String> weavers = new ArrayList<>(targets.size());
    byte[] woven = weave(className, bytes, file, targets, loader, weavers);
    if (woven != null) {
      modules.read(module);
      String library = LibraryVersion.of(domain);
      for (String id : weavers) {
        listener.classWoven(id, library);
      }
    }
    return woven;
  }

  /** All at once; if that fails, one by one, so that one bad weave point does not cost the rest. */
  private byte @Nullable [] weave(
      String className,
      byte[] bytes,
      ClassFile file,
      List<Target> targets,
      ClassLoader loader,
      List<String> weavers) {
    try {
      byte[] woven = weaver().weave(className, bytes, file, targets, loader);
      if (woven != null) {
        for (Target target : targets) {
          String id = target.instrumentation.id();
          if (!weavers.contains(id)) {
            weavers.add(id);
          }
        }
      }
      return woven;
    } catch (Throwable e) {
      if (targets.size() == 1) {
        failed(targets.get(0).instrumentation.id(), className, e);
        return null;
      }
    }
    byte[] current = bytes;
    for (Target target : targets) {
      byte[] woven =
          weave(
              className,
              current,
              ClassFile.parse(current),
              Collections.singletonList(target),
              loader,
              weavers);
      current = woven == null ? current : woven;
    }
    return current == bytes ? null : current;
  }

  private Weaver weaver() {
    Weaver result = weaver;
    if (result == null) {
      // Two threads may make two: they are alike, and no lock is held while classes load.
      result = new Weaver(probes, meters, agentLoader);
      weaver = result;
    }
    return result;
  }

  private void failed(String instrumentation, @Nullable String className, Throwable error) {
    try {
      listener.weavingFailed(instrumentation, className, error);
    } catch (Throwable ignored) {
      // Nothing is left to try; the class loads as it is.
    }
  }
}
