// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.instrumentation.methods.Declared.Kind;
import io.sidelight.instrumentation.methods.MethodProbe.Outcomes;
import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.Meters.Gauge;
import io.sidelight.spi.Meters.Histogram;
import io.sidelight.spi.WovenMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method and all that is to be measured of it, checked but not yet registered. */
final class MeasuredMethod {

  private final WovenMethod method;
  private final List<Declared> declared;
  private final List<Readings> readings;
  private final Meters meters;

  private MeasuredMethod(
      WovenMethod method, List<Declared> declared, List<Readings> readings, Meters meters) {
    this.method = method;
    this.declared = declared;
    this.readings = readings;
    this.meters = meters;
  }

  /**
   * Checks what {@code declared} reads of the method's calls.
   *
   * @param names as {@link Readings#of} takes them
   * @throws IllegalArgumentException if the method does not have it; the message says why
   */
  static MeasuredMethod of(
      WovenMethod method, List<Declared> declared, String[] names, Meters meters) {
    List<Readings> readings = new ArrayList<>();
    for (Declared each : declared) {
      readings.add(Readings.of(each, names, method, meters));
    }
    return new MeasuredMethod(method, declared, readings, meters);
  }

  /**
   * Registers its metrics.
   *
   * @param errors what calls of all methods throw
   */
  CallProbe probe(ErrorCounter errors) {
    boolean reads = false;
    for (Declared each : declared) {
      reads |= each.reads();
    }
    Gauge running = running();
    if (reads) {
      return new ReadingProbe(meters, errors, running, measures());
    }
    List<Outcomes<Histogram>> timers = new ArrayList<>();
    List<Outcomes<Counter>> counters = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      Declared each = declared.get(i);
      if (each.kind == Kind.TIMER) {
        timers.add(outcomes(each, timers(each), readings.get(i)));
      } else if (each.kind == Kind.COUNTER) {
        counters.add(outcomes(each, counters(each), readings.get(i)));
      }
    }
    return new MethodProbe(meters, errors, running, timers, counters);
  }

  private @Nullable Gauge running() {
    for (int i = 0; i < declared.size(); i++) {
      Declared each = declared.get(i);
      if (each.kind == Kind.RUNNING) {
        Family<Gauge> gauges = meters.gauge(BusinessMetrics.running(each, method));
        Gauge running = gauges.series(readings.get(i).labels(false));
        running.add(0); // there before the first call; other methods may have part in it
        return running;
      }
    }
    return null;
  }

  private List<Measure> measures() {
    String where = method.className() + "." + method.name();
    List<Measure> measures = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      Declared each = declared.get(i);
      Readings its = readings.get(i);
      if (each.kind == Kind.TIMER) {
        measures.add(Measure.timer(its, timers(each)));
      } else if (each.kind == Kind.GAUGE) {
        Family<Gauge> gauges = meters.gauge(BusinessMetrics.gauge(each, method));
        measures.add(Measure.gauge(its, gauges, where, meters));
      } else if (each.kind == Kind.COUNTER) {
        measures.add(
            each.amount.isEmpty()
                ? Measure.counter(its, counters(each))
                : Measure.amount(its, counters(each), where, meters));
      }
    }
    return measures;
  }

  private Family<Histogram> timers(Declared each) {
    return meters.histogram(BusinessMetrics.timer(each, method));
  }

  private Family<Counter> counters(Declared each) {
    return meters.counter(BusinessMetrics.counter(each, method));
  }

  private static <S> Outcomes<S> outcomes(Declared each, Family<S> family, Readings readings) {
    return new Outcomes<>(
        each,
        each.failuresOnly ? null : family.series(readings.labels(false)),
        family.series(readings.labels(true)));
  }
}
