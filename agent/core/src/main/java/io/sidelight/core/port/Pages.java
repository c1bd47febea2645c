// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import io.sidelight.core.health.HealthFormat;
import io.sidelight.core.health.HealthReport;
import org.jspecify.annotations.Nullable;

/** The paths that there are. Anything else, however similar, is not found. */
final class Pages implements Site {

  private static final String COMPONENT = "/health/";
  private static final String INDEX =
      "<!DOCTYPE html>\n"
          + "<html lang=\"en\"><head><title>Sidelight</title></head><body>\n"
          + "<h1>Sidelight</h1>\n"
          + "<ul>\n"
          + "<li><a href=\"/metrics\">/metrics</a></li>\n"
          + "<li><a href=\"/health\">/health</a></li>\n"
          + "<li><a href=\"/health/live\">/health/live</a></li>\n"
          + "<li><a href=\"/health/ready\">/health/ready</a></li>\n"
          + "<li><a href=\"/health/started\">/health/started</a></li>\n"
          + "</ul>\n"
          + "</body></html>\n";

  private final MetricsPage metrics;
  private final HealthReport health;

  Pages(MetricsPage metrics, HealthReport health) {
    this.metrics = metrics;
    this.health = health;
  }

  @Override
  public @Nullable Response answer(Request request, Reply reply) {
    switch (request.path()) {
      case "/":
        return Response.of(200, "text/html; charset=utf-8", INDEX);
      case "/metrics":
        return metrics.answer(request, reply);
      case "/health":
      case "/health/live":
      case "/health/ready":
      case "/health/started":
      case "/livez":
      case "/readyz":
      case "/-/healthy":
      case "/-/ready":
        return health(request);
      default:
        return request.path().startsWith(COMPONENT) ? health(request) : notFound();
    }
  }

  private Response health(Request request) {
    HealthFormat format =
        HealthFormat.choose(request.parameter("format"), request.header("accept"));
    if (format == null) {
      return Response.error(400, "format is one of json, ietf, actuator, microprofile, text");
    }
    HealthReport.Answer answer = answer(request, format);
    if (answer == null) {
      return notFound();
    }
    return Response.of(answer.isUp() ? 200 : 503, format.contentType(), answer.body());
  }

  private HealthReport.@Nullable Answer answer(Request request, HealthFormat format) {
    String path = request.path();
    switch (path) {
      case "/health":
        return health.full(format, request.isLocal());
      case "/health/live":
      case "/livez":
      case "/-/healthy":
        return health.live(format);
      case "/health/ready":
      case "/readyz":
      case "/-/ready":
        return health.ready(format, request.isLocal());
      case "/health/started":
        return health.started(format);
      default:
        return health.component(path.substring(COMPONENT.length()), format, request.isLocal());
    }
  }

  private static Response notFound() {
    return Response.error(404, "not found");
  }
}
