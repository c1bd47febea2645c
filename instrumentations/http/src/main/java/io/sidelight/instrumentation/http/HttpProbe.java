// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.bootstrap.RequestProbe;
import io.sidelight.instrumentation.http.Applications.Application;
import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Settings;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Counts and times the requests that this JVM serves. */
final class HttpProbe extends RequestProbe {

  /** Beyond, a request is counted without a duration. Far more than a server can have open. */
  private static final int MOST_PARKED = 65_536;

  /** More endpoints than these are not told apart even if the configured cap is higher. */
  private static final int MOST_ENDPOINTS = 10_000;

  private final Meters meters;
  private final RequestFamilies families;
  private final @Nullable KeyFailures keys;
  private final PathPatterns ignored;
  private final Applications applications = new Applications();
  private final Endpoints endpoints = new Endpoints();
  private final ParkedRequests parked = new ParkedRequests(MOST_PARKED);
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final Servers servers;
  private final FrameworkRoutes routes;
  private final ErrorCounter errors;
  private final AtomicBoolean serving = new AtomicBoolean();

  HttpProbe(
      Meters meters,
      Settings settings,
      List<ServerLibrary> containers,
      List<RouteLibrary> frameworks) {
    this.meters = meters;
    servers = new Servers(meters, containers);
    routes = new FrameworkRoutes(frameworks);
    families = new RequestFamilies(meters, settings);
    errors = new ErrorCounter(meters, "http");
    keys = KeyFailures.of(meters, settings);
    ignored = new PathPatterns(settings.list("http.ignore"));
    // No lambda: it costs an application that starts more than a class does.
    meters.gauge(
        HttpMetrics.IN_FLIGHT,
        new DoubleSupplier() {
          @Override
          public double getAsDouble() {
            return inFlight();
          }
        });
  }

  /** What ended is read first: a request that ends meanwhile must not make this negative. */
  private double inFlight() {
    long over = ended.sum();
    return Math.max(0, begun.sum() - over);
  }

  @Override
  protected @Nullable Parked begin(Object request) {
    Parked known = parked.take(request);
    if (known == null) {
      begun.increment();
      serving(null);
    }
    return known;
  }

  @Override
  protected void park(Object request, long startNanos, int statements, @Nullable String route) {
    if (!parked.put(request, new Parked(startNanos, statements, route))) {
      ended.increment(); // it goes on unseen
    }
  }

  @Override
  protected @Nullable Parked take(Object request) {
    return parked.take(request);
  }

  @Override
  protected void end(
      long startNanos,
      int statements,
      @Nullable String route,
      @Nullable String method,
      @Nullable String path,
      int status,
      long requestBytes,
      long responseBytes) {
    long endNanos = System.nanoTime();
    if (startNanos != 0) {
      ended.increment();
    }
    if (path != null && ignored.contain(path)) {
      return;
    }
    int code = status >= 100 && status <= 599 ? status : 0;
    Application application = applications.of(route == null ? path : route);
    EndpointSeries target =
        series(application, endpoints.of(route, path, code, application.series.keySet()));
    if (startNanos == 0) {
      target.count(method, code);
    } else {
      target.count(method, code, endNanos - startNanos, requestBytes, responseBytes);
    }
    if (statements > 0) {
      target.countStatements(statements);
    }
  }

  private EndpointSeries series(Application application, String endpoint) {
    EndpointSeries known = application.series.get(endpoint);
    if (known != null) {
      return known;
    }
    // The cap of the label merges values, not keys of this map: it needs a bound of its own.
    String admitted = applications.endpoints() < MOST_ENDPOINTS ? endpoint : Label.OTHER;
    return application.series.computeIfAbsent(
        admitted, name -> new EndpointSeries(families, name, application.contextPath));
  }

  /** {@inheritDoc} An asynchronous request, of a container that no instrumentation knows. */
  @Override
  public void endWhenDone(long startNanos, @Nullable Object request, @Nullable Object response) {
    if (request == null || response == null) {
      return;
    }
    try {
      AsyncCompletion.await(
          request,
          response,
          (method, path, status) -> {
            try {
              endParked(request, method, path, status);
            } catch (Throwable e) {
              failed(e); // the container is the caller
            }
          });
    } catch (ReflectiveOperationException | RuntimeException e) {
      endParked(request, null, null, 0);
      failed(e);
    }
  }

  /**
   * A servlet's mappings or an application's actions become the routes that it carries, what a
   * framework knows a route.
   */
  @Override
  public @Nullable Object prepare(@Nullable Object value) {
    if (value instanceof List) {
      return route((List<?>) value);
    }
    if (!(value instanceof Object[])) {
      return null;
    }
    String contextPath = (String) ((Object[]) value)[0];
    Object known = ((Object[]) value)[1];
    // A framework's dispatcher has no mappings, and may serve a part of an application only.
    if (!Collections.emptyList().equals(known)) {
      applications.add(contextPath);
    }
    return known instanceof Map
        ? new ActionRoutes(contextPath, (Map<?, ?>) known)
        : new MappedRoutes(contextPath, (Collection<?>) known);
  }

  @Override
  protected Object thrown(Throwable thrown) {
    return errors.of(thrown);
  }

  @Override
  protected void count(Object thrown) {
    ((ErrorCounter.Type) thrown).count();
  }

  @Override
  protected boolean measuresBodies() {
    return families.requestSizes != null;
  }

  @Override
  protected @Nullable String keyHeader() {
    return keys == null ? null : keys.header;
  }

  @Override
  protected void refused(int status, @Nullable String path, boolean carriesKey) {
    if (keys != null) {
      keys.count(status, path, carriesKey);
    }
  }

  private String route(List<?> asked) {
    try {
      return routes.of(asked);
    } catch (ReflectiveOperationException | RuntimeException e) {
      failed(e);
      return ""; // so that it is not asked again and again
    }
  }

  @Override
  protected void serving(@Nullable Object server) {
    if (!serving.get() && !serving.getAndSet(true)) {
      meters.serving();
    }
    if (server != null) {
      servers.open(server);
    }
  }

  @Override
  public void failed(Throwable error) {
    meters.error("http", error);
  }
}
