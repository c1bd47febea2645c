// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.cli;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;
import java.util.stream.IntStream;

/** Instrumentations of libraries that do not exist. */
public abstract class SampleInstrumentation implements Instrumentation {

  @Override
  public Domain domain() {
    return new SampleDomain();
  }

  static WeavePoint point(String type, MethodMatch method) {
    return WeavePoint.in(TypeMatch.named(type)).at(method).with("com.acme.Advice");
  }

  /** With a method and a carrier. */
  public static final class First extends SampleInstrumentation {
    @Override
    public String id() {
      return "alpha";
    }

    @Override
    public String supports() {
      return "Alpha 1.0 and later";
    }

    @Override
    public List<WeavePoint> weavePoints() {
      return List.of(
          point("com.acme.Alpha", MethodMatch.named("call").takingFirst("java.lang.String")),
          WeavePoint.carrier(TypeMatch.subtypeOf("com.acme.Carrier")));
    }
  }

  /** With more places than anyone wants to read. */
  public static final class Second extends SampleInstrumentation {
    @Override
    public String id() {
      return "beta";
    }

    @Override
    public String supports() {
      return "Beta 2";
    }

    @Override
    public List<WeavePoint> weavePoints() {
      return IntStream.range(0, 59)
          .mapToObj(i -> point("com.acme.Beta" + i, MethodMatch.named("call")))
          .toList();
    }
  }

  private static final class SampleDomain implements Domain {
    @Override
    public String id() {
      return "sample";
    }

    @Override
    public List<MetricSpec> metrics() {
      return List.of(
          MetricSpec.counter("sample_calls_total", "Calls of samples")
              .label(Label.closed("name", "its name"))
              .label(Label.closed("status", "its outcome")));
    }

    @Override
    public CallProbe probe(Meters meters, Settings settings) {
      throw new UnsupportedOperationException();
    }
  }
}
