// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import static java.util.Arrays.asList;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Weaves {@code io.sidelight.api}, whose methods are empty, so that they do what they say. */
public final class CustomInstrumentation implements Instrumentation {

  private static final String API = "io.sidelight.api.";
  private static final String ADVICE = "io.sidelight.instrumentation.custom.";

  private static final TypeMatch SIDELIGHT = TypeMatch.named(API + "Sidelight");
  private static final TypeMatch COUNTER = TypeMatch.named(API + "Counter");
  private static final TypeMatch TIMER = TypeMatch.named(API + "Timer");
  private static final TypeMatch GAUGE = TypeMatch.named(API + "Gauge");
  private static final TypeMatch RUNNING = TypeMatch.named(API + "Timer$Running");

  private final Domain domain = new CustomDomain();

  @Override
  public String id() {
    return "custom";
  }

  @Override
  public String supports() {
    return "counters, timers and gauges that the application makes with io.sidelight.api";
  }

  @Override
  public Domain domain() {
    return domain;
  }

  @Override
  public List<WeavePoint> weavePoints() {
    MethodMatch labels = MethodMatch.named("labels");
    return asList(
        WeavePoint.carrier(COUNTER),
        WeavePoint.carrier(TIMER),
        WeavePoint.carrier(GAUGE),
        WeavePoint.carrier(RUNNING),
        WeavePoint.in(SIDELIGHT)
            .at(MethodMatch.named("counter", "timer", "gauge"))
            .with(ADVICE + "DeclareAdvice"),
        WeavePoint.in(SIDELIGHT).at(MethodMatch.named("builtIn")).with(ADVICE + "BuiltInAdvice"),
        WeavePoint.in(COUNTER).at(labels).with(ADVICE + "LabelsAdvice"),
        WeavePoint.in(TIMER).at(labels).with(ADVICE + "LabelsAdvice"),
        WeavePoint.in(GAUGE).at(labels).with(ADVICE + "LabelsAdvice"),
        WeavePoint.in(COUNTER)
            .at(MethodMatch.named("add").taking("double"))
            .with(ADVICE + "AmountAdvice"),
        WeavePoint.in(GAUGE)
            .at(MethodMatch.named("add", "set").taking("double"))
            .with(ADVICE + "AmountAdvice"),
        WeavePoint.in(GAUGE).at(MethodMatch.named("follow")).with(ADVICE + "FollowAdvice"),
        WeavePoint.in(TIMER).at(MethodMatch.named("recordNanos")).with(ADVICE + "DurationAdvice"),
        WeavePoint.in(TIMER).at(MethodMatch.named("start")).with(ADVICE + "StartAdvice"),
        WeavePoint.in(RUNNING).at(MethodMatch.named("stop")).with(ADVICE + "StopAdvice"));
  }
}
