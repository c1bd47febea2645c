// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All parts of one kind at one moment, such as the databases. Immutable. */
public final class Component {

  private final String name;
  private final List<Finding> findings;
  private final boolean required;
  private final boolean optional;
  private final Finding decisive;

  /**
   * Puts parts together.
   *
   * @param findings at least one
   * @param required whether readiness depends on it
   * @param optional whether it can make the application degraded at worst
   */
  Component(String name, List<Finding> findings, boolean required, boolean optional) {
    this.name = name;
    this.findings = Collections.unmodifiableList(new ArrayList<>(findings));
    this.required = required;
    this.optional = optional;
    Finding worst = findings.get(0);
    for (Finding each : findings) {
      if (each.status().compareTo(worst.status()) > 0) {
        worst = each;
      }
    }
    this.decisive = worst;
  }

  /** A component of one part whose status is known without asking. */
  public static Component known(String name, Status status, String message) {
    Finding only =
        new Finding("", status, message, null, 0, 0, Collections.<String, Object>emptyMap());
    return new Component(name, Collections.singletonList(only), false, false);
  }

  /** The key in {@code /health} and in metrics. */
  public String name() {
    return name;
  }

  /** As its worst part. */
  public Status status() {
    return decisive.status();
  }

  /** What it does to the application as a whole. */
  public Status effect() {
    return optional && status() == Status.UNHEALTHY ? Status.DEGRADED : status();
  }

  /** Whether readiness depends on it. */
  public boolean isRequired() {
    return required;
  }

  /** The part that makes it what it is. */
  public Finding decisive() {
    return decisive;
  }

  /** Whether it has parts with names of their own. */
  public boolean hasParts() {
    return !decisive.name().isEmpty();
  }

  /** Its parts. */
  public List<Finding> parts() {
    return findings;
  }

  /** How long ago all of it was seen to work; negative if some part never was. */
  long lastSuccessAgeNanos() {
    long oldest = 0;
    for (Finding each : findings) {
      long age = each.lastSuccessAgeNanos();
      if (age < 0) {
        return age;
      }
      oldest = Math.max(oldest, age);
    }
    return oldest;
  }

  /** Why it is what it is, for those who may see details; empty if there is nothing to say. */
  public String message() {
    if (!hasParts()) {
      return decisive.message();
    }
    if (status() == Status.HEALTHY) {
      return findings.size() + " of " + findings.size() + " reachable";
    }
    String why = decisive.message();
    return why.isEmpty() ? decisive.name() : decisive.name() + ": " + why;
  }
}
