// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.health;

import static java.util.Collections.emptyList;
import static java.util.Collections.singletonList;
import static java.util.Collections.singletonMap;

import io.sidelight.spi.Settings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Writes {@link Health} in each format. Nothing is checked while a probe waits. */
public final class HealthReport {

  private static final String COMPONENT = "sidelight";
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Health health;
  private final Settings settings;
  private final String agentVersion;
  private final String instance;
  private final IntSupplier activeInstrumentations;

  /** For the side port's thread: asks the operating system for the host's name. */
  public HealthReport(
      Health health, Settings settings, String agentVersion, IntSupplier activeInstrumentations) {
    this.health = health;
    this.settings = settings;
    this.agentVersion = agentVersion;
    this.instance = HostName.find();
    this.activeInstrumentations = activeInstrumentations;
  }

  /** Everything, as {@code /health} says it. */
  public Answer full(HealthFormat format, boolean local) {
    boolean details = showsDetails(local);
    boolean degraded = !health.degradations().isEmpty();
    String status = degraded ? format.degraded() : format.healthy();
    if (format == HealthFormat.TEXT) {
      return new Answer(true, format, status + "\n");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", status);
    switch (format) {
      case ACTUATOR:
        body.put("components", singletonMap(COMPONENT, component(format, details)));
        break;
      case MICROPROFILE:
        body.put("checks", singletonList(check(COMPONENT, status)));
        break;
      case IETF:
        put(body, "version", settings.text("service.version"));
        body.put("checks", singletonMap(COMPONENT, singletonList(component(format, details))));
        break;
      default:
        body.put("timestamp", timestamp());
        body.put("uptime_seconds", health.uptimeSeconds());
        body.put("service", service(details));
        body.put("agent", agent());
        body.put("components", singletonMap(COMPONENT, component(format, details)));
    }
    return new Answer(true, format, JsonText.of(body));
  }

  /** One component of {@link #full}; null if there is none of that name. */
  public @Nullable Answer component(String name, HealthFormat format, boolean local) {
    if (!name.equals(COMPONENT)) {
      return null;
    }
    Map<String, Object> body = component(format, showsDetails(local));
    return format == HealthFormat.TEXT
        ? new Answer(true, format, body.get("status") + "\n")
        : new Answer(true, format, JsonText.of(body));
  }

  /** Whether this JVM answers at all: it does. */
  public Answer live(HealthFormat format) {
    return probe(format, "liveness", true, "alive", "dead", emptyList());
  }

  /** Whether the application should get traffic. */
  public Answer ready(HealthFormat format) {
    List<String> reasons = health.notReady();
    return probe(format, "readiness", reasons.isEmpty(), "ready", "not_ready", reasons);
  }

  /** Whether the application has come up. */
  public Answer started(HealthFormat format) {
    boolean started = health.isStarted();
    return probe(format, "startup", started, "started", "starting", singletonList("starting"));
  }

  private Answer probe(
      HealthFormat format, String name, boolean up, String yes, String no, List<String> reasons) {
    if (format == HealthFormat.TEXT) {
      return new Answer(up, format, (up ? yes : no) + "\n");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    if (format == HealthFormat.SIDELIGHT) {
      body.put("status", up ? yes : no);
      body.put("timestamp", timestamp());
      if (!up) {
        body.put("reasons", reasons);
      }
      return new Answer(up, format, JsonText.of(body));
    }
    String status = up ? format.healthy() : format.unhealthy();
    body.put("status", status);
    if (format == HealthFormat.MICROPROFILE) {
      body.put("checks", singletonList(check(name, status)));
    } else if (format == HealthFormat.IETF && !up) {
      body.put("output", String.join(", ", reasons));
    }
    return new Answer(up, format, JsonText.of(body));
  }

  private Map<String, Object> component(HealthFormat format, boolean details) {
    List<String> reasons = health.degradations();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", reasons.isEmpty() ? format.healthy() : format.degraded());
    if (!details) {
      return body;
    }
    String message =
        reasons.isEmpty()
            ? activeInstrumentations.getAsInt() + " instrumentations active"
            : String.join("; ", reasons);
    switch (format) {
      case ACTUATOR:
        body.put("details", singletonMap("message", message));
        break;
      case IETF:
        body.put("componentType", "component");
        body.put("time", timestamp());
        if (!reasons.isEmpty()) {
          body.put("output", message);
        }
        break;
      default:
        body.put("message", message);
    }
    return body;
  }

  private static Map<String, Object> check(String name, String status) {
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("name", name);
    check.put("status", status);
    return check;
  }

  private Map<String, Object> service(boolean details) {
    Map<String, Object> service = new LinkedHashMap<>();
    put(service, "name", settings.text("service.name"));
    put(service, "version", settings.text("service.version"));
    put(service, "environment", settings.text("environment"));
    if (details) {
      put(service, "instance", instance);
    }
    return service;
  }

  private Map<String, Object> agent() {
    Map<String, Object> agent = new LinkedHashMap<>();
    agent.put("name", COMPONENT);
    agent.put("version", agentVersion);
    return agent;
  }

  private static void put(Map<String, Object> body, String key, String value) {
    if (!value.isEmpty()) {
      body.put(key, value);
    }
  }

  private boolean showsDetails(boolean local) {
    String who = settings.text("health.show-details");
    return who.equals("always") || (who.equals("auto") && local);
  }

  private String timestamp() {
    return TIMESTAMP.format(Instant.ofEpochMilli(health.nowMillis()));
  }

  /** A body and what it means. */
  public static final class Answer {
    private final boolean up;
    private final HealthFormat format;
    private final String body;

    Answer(boolean up, HealthFormat format, String body) {
      this.up = up;
      this.format = format;
      this.body = body;
    }

    /** Whether to answer with 200, else 503. */
    public boolean isUp() {
      return up;
    }

    /** The format of the body. */
    public HealthFormat format() {
      return format;
    }

    /** The text. */
    public String body() {
      return body;
    }
  }
}
