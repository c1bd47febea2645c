// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.health;

import static java.util.Collections.emptyList;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.GeneratedClasses;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MethodDomain;
import io.sidelight.spi.MetricNames;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import io.sidelight.spi.WovenMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Learns which methods are health checks, and which objects have them. */
final class HealthDomain implements MethodDomain {

  private static final int MAX_COMPONENTS = 50;

  /** What a method says. Not the method itself, which keeps the bytes of its class. */
  private static final class Declared {
    final String text;
    final String name;
    final boolean fits;
    final @Nullable Object component;

    Declared(WovenMethod method) {
      text = method.toString();
      name = method.name();
      fits = !method.isStatic() && method.parameterTypes().isEmpty();
      component =
          Objects.requireNonNull(method.annotation(HealthInstrumentation.ANNOTATION)).get("value");
    }
  }

  /** What is known of one class. */
  private static final class Checked {
    final List<Declared> methods = new ArrayList<>();
    @Nullable MadeProbe probe;
  }

  // All guarded by this.
  private final Map<String, Checked> byClass = new HashMap<>();
  private final Map<String, CustomHealth> byComponent = new HashMap<>();

  @Override
  public String id() {
    return "health";
  }

  @Override
  public List<MetricSpec> metrics() {
    return emptyList(); // those of all components
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    throw new UnsupportedOperationException("each class has a probe of its own");
  }

  @Override
  public synchronized boolean weaves(WovenMethod method, String advice, Settings settings) {
    String className = method.className();
    if (method.annotation(HealthInstrumentation.ANNOTATION) == null) {
      return byClass.containsKey(className);
    }
    Checked known = byClass.get(className);
    if (known == null) {
      known = new Checked();
      byClass.put(className, known);
    }
    if (known.probe == null) {
      known.methods.add(new Declared(method));
    }
    return false;
  }

  @Override
  public synchronized @Nullable CallProbe probe(
      WovenMethod constructor, Meters meters, Settings settings) {
    String className = constructor.className();
    Checked known = byClass.get(className);
    if (known == null || GeneratedClasses.contain(className)) {
      return null;
    }
    if (known.probe == null) {
      List<CheckMethod> methods = new ArrayList<>();
      for (Declared each : known.methods) {
        CheckMethod method = accepted(className, each, meters);
        if (method != null) {
          methods.add(method);
        }
      }
      known.methods.clear();
      known.probe = new MadeProbe(className, methods, meters);
    }
    return known.probe;
  }

  private @Nullable CheckMethod accepted(String className, Declared method, Meters meters) {
    String component = String.valueOf(method.component);
    String fault = null;
    if (!method.fits) {
      fault = "only methods of objects, without parameters, can be asked";
    } else if (!MetricNames.isName(component)) {
      fault = "\"" + component + "\" is not a name in snake case";
    } else if (!byComponent.containsKey(component) && byComponent.size() >= MAX_COMPONENTS) {
      fault = "there are " + MAX_COMPONENTS + " already";
    }
    if (fault != null) {
      meters.problem("health: " + method.text + " is no health check: " + fault);
      return null;
    }
    CustomHealth health = byComponent.get(component);
    if (health == null) {
      health = new CustomHealth(component);
      byComponent.put(component, health);
      meters.health(health);
    }
    return new CheckMethod(className, method.name, health);
  }
}
