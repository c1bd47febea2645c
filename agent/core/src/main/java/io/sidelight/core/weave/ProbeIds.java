// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MethodDomain;
import io.sidelight.spi.Settings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ids under which probes are known to the dispatcher: one for each domain, created with the
 * first class that needs it, and in a {@link MethodDomain} one for each method.
 *
 * <p>Safe for many threads. Keeps nothing of a class loader, so a redeployed application finds the
 * ids of its methods again.
 */
final class ProbeIds {

  private static final int NONE = -1;
  private static final int MAX_METHODS = 10_000;

  private final Map<String, Integer> domains = new HashMap<>();
  private final Map<String, Integer> methods = new HashMap<>();
  private final Meters meters;
  private final Settings settings;

  ProbeIds(Meters meters, Settings settings) {
    this.meters = meters;
    this.settings = settings;
  }

  /** The id of a domain's probe. */
  synchronized int of(Domain domain) {
    Integer id = domains.get(domain.id());
    if (id == null) {
      id = Probes.add(domain.probe(meters, settings), true);
      domains.put(domain.id(), id);
    }
    return id;
  }

  /** The id of a method's probe; null if the method must not be woven. */
  synchronized @Nullable Integer of(MethodDomain domain, DeclaredMethod method) {
    String key = domain.id() + ' ' + describe(method);
    Integer id = methods.get(key);
    if (id == null) {
      if (methods.size() >= MAX_METHODS) {
        meters.problem(
            domain.id() + ": more than " + MAX_METHODS + " methods; the rest is not woven");
        return null;
      }
      CallProbe probe = domain.probe(method, meters, settings);
      id = probe == null ? Integer.valueOf(NONE) : Integer.valueOf(Probes.add(probe, false));
      methods.put(key, id);
    }
    return id == NONE ? null : id;
  }

  /** Whether a method of the domain gets that advice. */
  boolean weaves(MethodDomain domain, DeclaredMethod method, String advice) {
    return domain.weaves(method, advice, settings);
  }

  private static String describe(DeclaredMethod method) {
    return method.className() + '.' + method.key() + method.annotationText();
  }
}
