// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.Meters;
import io.sidelight.spi.WovenMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one metric reads of each call of a method: labels, outcome, amount. Immutable. */
final class Readings {

  /** Where the label {@code status} is not, in a gauge. */
  private static final int NOWHERE = -1;

  /** The values that are constant, and places for the others. */
  private final String[] constants;

  private final @Nullable Expression[] expressions;
  private final int status;
  private final Declared declared;
  private final @Nullable Condition failure;
  private final @Nullable Expression amount;

  private Readings(
      String[] constants,
      @Nullable Expression[] expressions,
      int status,
      Declared declared,
      @Nullable Condition failure,
      @Nullable Expression amount) {
    this.constants = constants;
    this.expressions = expressions;
    this.status = status;
    this.declared = declared;
    this.failure = failure;
    this.amount = amount;
  }

  /**
   * What an annotation of {@code method} asks for.
   *
   * @param names of class and method, as labels of the metric that unnamed methods share
   * @throws IllegalArgumentException if the method does not have it; the message says why
   */
  static Readings of(Declared declared, String[] names, WovenMethod method, Meters meters) {
    List<String> values = new ArrayList<>();
    int status = declared.kind.hasStatus() ? 0 : NOWHERE;
    if (!declared.isNamed()) {
      values.add(names[0]);
      values.add(names[1]);
      status = declared.kind.hasStatus() ? 2 : NOWHERE;
    }
    if (status != NOWHERE) {
      values.add("");
    }
    values.addAll(declared.labels.values());
    Expression[] expressions = new Expression[values.size()];
    for (int i = values.size() - declared.labels.size(); i < expressions.length; i++) {
      String value = values.get(i);
      if (Expression.isOne(value)) {
        expressions[i] = Expression.parse(value, method, meters);
      } else {
        values.set(i, Expression.constant(value));
      }
    }
    return new Readings(
        values.toArray(new String[0]),
        expressions,
        status,
        declared,
        declared.failureWhen.isEmpty()
            ? null
            : Condition.parse(declared.failureWhen, method, meters),
        declared.amount.isEmpty() ? null : Expression.parse(declared.amount, method, meters));
  }

  /** The label values of a call of which nothing is read. */
  String[] labels(boolean failed) {
    String[] labels = constants.clone();
    setStatus(labels, failed);
    return labels;
  }

  /** A method has returned or thrown; reads all but what begins at its result. */
  Reading begin(Finished call) {
    Reading reading = new Reading(constants.clone());
    read(reading, call, false);
    return reading;
  }

  /**
   * Its result is there; reads the rest.
   *
   * @return whether the call counts
   */
  boolean end(Reading reading, Finished call, @Nullable Throwable thrown) {
    read(reading, call, true);
    reading.failed |= thrown != null;
    setStatus(reading.labels, reading.failed);
    return declared.counts(reading.failed, thrown);
  }

  private void read(Reading reading, Finished call, boolean ofResult) {
    for (int i = 0; i < expressions.length; i++) {
      Expression each = expressions[i];
      if (each != null && each.isOfResult() == ofResult) {
        reading.labels[i] = Expression.label(each.read(call));
      }
    }
    if (failure != null && failure.isOfResult() == ofResult) {
      reading.failed |= failure.holds(call);
    }
    if (amount != null && amount.isOfResult() == ofResult) {
      reading.amount = amount.read(call);
    }
  }

  private void setStatus(String[] labels, boolean failed) {
    if (status != NOWHERE) {
      labels[status] = failed ? "error" : "success";
    }
  }

  /** What was read of one call. */
  static final class Reading {
    final String[] labels;
    boolean failed;
    @Nullable Object amount;

    private Reading(String[] labels) {
      this.labels = labels;
    }

    /** For one more call that is alike so far. */
    Reading copy() {
      Reading copy = new Reading(labels.clone());
      copy.failed = failed;
      copy.amount = amount;
      return copy;
    }
  }
}
