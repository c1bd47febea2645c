// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Libraries;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.List;

/** HTTP requests that this JVM serves. Each container's instrumentation belongs to it. */
public final class HttpDomain implements Domain {

  @Override
  public String id() {
    return "servlet";
  }

  @Override
  public List<MetricSpec> metrics() {
    return HttpMetrics.ALL;
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    return new HttpProbe(
        meters,
        settings,
        Libraries.telling(ServerLibrary.class),
        Libraries.telling(RouteLibrary.class));
  }
}
