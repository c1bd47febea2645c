// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.health;

import static java.util.Collections.singletonList;

import io.sidelight.core.check.BuiltInChecks;
import io.sidelight.core.check.Component;
import io.sidelight.core.check.Findings;
import io.sidelight.core.check.Status;
import io.sidelight.spi.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /health} and what lies below it in each format, from what {@link Health} and
 * {@link Findings} know. Nothing is checked while a probe waits.
 */
public final class HealthReport implements Findings {

  private static final String AGENT = "sidelight";

  private final Health health;
  private final Findings checks;
  private final BooleanSupplier deadlocked;
  private final Settings settings;
  private final String agentVersion;
  private final String instance;
  private final IntSupplier activeInstrumentations;

  /**
   * For the side port's thread: asks the operating system for the host's name.
   *
   * @param checks what is known of all but the agent itself
   * @param deadlocked whether there is a deadlock that nobody will end
   */
  public HealthReport(
      Health health,
      Findings checks,
      BooleanSupplier deadlocked,
      Settings settings,
      String agentVersion,
      IntSupplier activeInstrumentations) {
    this.health = health;
    this.checks = checks;
    this.deadlocked = deadlocked;
    this.settings = settings;
    this.agentVersion = agentVersion;
    this.instance = HostName.find();
    this.activeInstrumentations = activeInstrumentations;
  }

  /** Everything that is known, the agent itself last. */
  @Override
  public List<Component> components() {
    List<Component> all = new ArrayList<>(checks.components());
    List<String> reasons = health.degradations();
    all.add(
        reasons.isEmpty()
            ? Component.known(
                AGENT,
                Status.HEALTHY,
                activeInstrumentations.getAsInt() + " instrumentations active")
            : Component.known(AGENT, Status.DEGRADED, String.join("; ", reasons)));
    return all;
  }

  /** Everything, as {@code /health} says it. */
  public Answer full(HealthFormat format, boolean local) {
    List<Component> components = components();
    Status status = Status.HEALTHY;
    for (Component each : components) {
      if (each.status() != Status.UNKNOWN) { // what nobody knows makes nothing worse
        status = status.worse(each.effect());
      }
    }
    boolean up = status != Status.UNHEALTHY;
    if (format == HealthFormat.TEXT) {
      return new Answer(up, format, format.word(status) + "\n");
    }
    ComponentWriter writer = writer(format, local);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", format.word(status));
    switch (format) {
      case ACTUATOR:
        body.put("components", writer.byName(components));
        break;
      case MICROPROFILE:
        body.put("checks", writer.inOrder(components));
        break;
      case IETF:
        put(body, "version", settings.text("service.version"));
        put(body, "output", up ? "" : unhealthy(components, showsDetails(local)));
        body.put("checks", writer.byName(components));
        break;
      default:
        body.put("timestamp", writer.timestamp(0));
        body.put("uptime_seconds", health.uptimeSeconds());
        body.put("service", service(showsDetails(local)));
        body.put("agent", agent());
        body.put("components", writer.byName(components));
    }
    return new Answer(up, format, JsonText.of(body));
  }

  private static String unhealthy(List<Component> components, boolean details) {
    StringBuilder text = new StringBuilder();
    for (Component each : components) {
      if (each.effect() == Status.UNHEALTHY) {
        text.append(text.length() == 0 ? "" : "; ").append(reason(each, details));
      }
    }
    return text.toString();
  }

  private static String reason(Component component, boolean details) {
    String why = details ? component.message() : "";
    return component.name() + ": " + (why.isEmpty() ? "unhealthy" : why);
  }

  /** One component of {@link #full}; null if there is none of that name. */
  public @Nullable Answer component(String name, HealthFormat format, boolean local) {
    for (Component each : components()) {
      if (each.name().equals(name)) {
        boolean up = each.effect() != Status.UNHEALTHY;
        return format == HealthFormat.TEXT
            ? new Answer(up, format, format.word(each.status()) + "\n")
            : new Answer(up, format, JsonText.of(writer(format, local).body(each)));
      }
    }
    return null;
  }

  /** Whether this JVM answers at all: it does, unless it was asked to fail on a deadlock. */
  public Answer live(HealthFormat format) {
    boolean dead =
        settings.text("health.liveness.fail-on").equals("deadlock") && deadlocked.getAsBoolean();
    List<String> reasons = new ArrayList<>();
    if (dead) {
      reasons.add("deadlock");
    }
    return probe(format, "liveness", !dead, "alive", "dead", reasons);
  }

  /** Whether the application should get traffic. */
  public Answer ready(HealthFormat format, boolean local) {
    List<String> reasons = new ArrayList<>(health.notReady());
    if (!health.isShuttingDown()) {
      for (Component each : checks.components()) {
        if (holdsBack(each)) {
          reasons.add(reason(each, showsDetails(local)));
        }
      }
    }
    return probe(format, "readiness", reasons.isEmpty(), "ready", "not_ready", reasons);
  }

  private static boolean holdsBack(Component component) {
    String name = component.name();
    boolean own =
        name.equals(BuiltInChecks.READINESS_PORT) || name.equals(BuiltInChecks.READINESS_HTTP);
    // What the application serves must have been seen; of all else bad news must be known.
    return own
        ? component.status() == Status.UNHEALTHY || component.status() == Status.UNKNOWN
        : component.isRequired() && component.status() == Status.UNHEALTHY;
  }

  /** Whether the application has come up. */
  public Answer started(HealthFormat format) {
    boolean started = health.isStarted();
    List<String> reasons = new ArrayList<>();
    if (!started) {
      reasons.add("starting");
    }
    return probe(format, "startup", started, "started", "starting", reasons);
  }

  private Answer probe(
      HealthFormat format, String name, boolean up, String yes, String no, List<String> reasons) {
    if (format == HealthFormat.TEXT) {
      return new Answer(up, format, (up ? yes : no) + "\n");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    if (format == HealthFormat.SIDELIGHT) {
      body.put("status", up ? yes : no);
      body.put("timestamp", writer(format, false).timestamp(0));
      if (!up) {
        body.put("reasons", reasons);
      }
      return new Answer(up, format, JsonText.of(body));
    }
    String status = format.word(up ? Status.HEALTHY : Status.UNHEALTHY);
    body.put("status", status);
    if (format == HealthFormat.MICROPROFILE) {
      Map<String, Object> check = new LinkedHashMap<>();
      check.put("name", name);
      check.put("status", status);
      body.put("checks", singletonList(check));
    } else if (format == HealthFormat.IETF && !up) {
      body.put("output", String.join(", ", reasons));
    }
    return new Answer(up, format, JsonText.of(body));
  }

  private ComponentWriter writer(HealthFormat format, boolean local) {
    return new ComponentWriter(format, showsDetails(local), health.nowMillis());
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
    agent.put("name", AGENT);
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
