// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.health;

import static java.util.Collections.singletonList;

import io.sidelight.core.check.Component;
import io.sidelight.core.check.Finding;
import io.sidelight.core.check.Proof;
import io.sidelight.core.check.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes components as one format has them, for callers who may see details or not. */
final class ComponentWriter {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** More are there, but a body shall stay below 10 KB. */
  private static final int MAX_PARTS = 20;

  private final HealthFormat format;
  private final boolean details;
  private final long nowMillis;

  ComponentWriter(HealthFormat format, boolean details, long nowMillis) {
    this.format = format;
    this.details = details;
    this.nowMillis = nowMillis;
  }

  String timestamp(long ageNanos) {
    return TIMESTAMP.format(Instant.ofEpochMilli(nowMillis - ageNanos / 1_000_000));
  }

  Map<String, Object> byName(List<Component> components) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Component each : components) {
      if (format == HealthFormat.IETF) {
        all.put(ietfKey(each), singletonList(body(each)));
      } else {
        all.put(each.name(), body(each));
      }
    }
    return all;
  }

  List<Object> inOrder(List<Component> components) {
    List<Object> all = new ArrayList<>();
    for (Component each : components) {
      all.add(body(each));
    }
    return all;
  }

  /** One component. */
  Map<String, Object> body(Component component) {
    switch (format) {
      case ACTUATOR:
        return actuator(component);
      case MICROPROFILE:
        return microProfile(component);
      case IETF:
        return ietf(component);
      default:
        return own(component);
    }
  }

  private Map<String, Object> own(Component component) {
    Map<String, Object> body = new LinkedHashMap<>();
    Finding decisive = component.decisive();
    common(decisive, component.status(), body);
    if (!details) {
      return body;
    }
    if (component.hasParts() || component.isRequired()) {
      body.put("required", component.isRequired());
    }
    put(body, "message", component.message());
    if (component.hasParts()) {
      Map<String, Object> instances = new LinkedHashMap<>();
      for (Finding each : component.parts()) {
        if (instances.size() < MAX_PARTS) {
          instances.put(each.name(), instance(each));
        }
      }
      body.put("instances", instances);
    } else if (!decisive.details().isEmpty()) {
      body.put("details", decisive.details());
    }
    return body;
  }

  private Map<String, Object> instance(Finding finding) {
    Map<String, Object> body = new LinkedHashMap<>();
    common(finding, finding.status(), body);
    put(body, "message", finding.message());
    if (!finding.details().isEmpty()) {
      body.put("details", finding.details());
    }
    return body;
  }

  private void common(Finding finding, Status status, Map<String, Object> body) {
    body.put("status", format.word(status));
    Proof proof = finding.proof();
    if (proof != null && proof.isActive()) {
      body.put("response_time_ms", proof.nanos() / 1_000_000);
    }
    if (details && proof != null) {
      body.put("checked_at", timestamp(proof.ageNanos()));
      body.put("source", proof.isActive() ? "active" : "passive");
      if (finding.attempts() > 0) {
        body.put("attempts", finding.attempts());
      }
    }
  }

  private Map<String, Object> actuator(Component component) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", format.word(component.status()));
    if (details) {
      Map<String, Object> more = new LinkedHashMap<>();
      put(more, "message", component.message());
      more.putAll(component.hasParts() ? partWords(component) : component.decisive().details());
      body.put("details", more);
    }
    return body;
  }

  private Map<String, Object> partWords(Component component) {
    Map<String, Object> words = new LinkedHashMap<>();
    for (Finding each : component.parts()) {
      if (words.size() < MAX_PARTS) {
        words.put(each.name(), format.word(each.status()));
      }
    }
    return words;
  }

  private Map<String, Object> microProfile(Component component) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", component.name());
    body.put("status", format.word(component.status()));
    if (details) {
      // Of this format, data holds no objects.
      Map<String, Object> data = new LinkedHashMap<>();
      put(data, "message", component.message());
      if (component.hasParts()) {
        data.putAll(partWords(component));
      }
      if (!data.isEmpty()) {
        body.put("data", data);
      }
    }
    return body;
  }

  private Map<String, Object> ietf(Component component) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", format.word(component.status()));
    Proof proof = component.decisive().proof();
    if (isMeasured(component) && proof != null) {
      body.put("observedValue", proof.nanos() / 1_000_000);
      body.put("observedUnit", "ms");
    }
    if (details) {
      body.put("componentType", component.hasParts() ? "datastore" : "component");
      body.put("time", timestamp(proof == null ? 0 : proof.ageNanos()));
      if (component.status() != Status.HEALTHY) {
        put(body, "output", component.message());
      }
    }
    return body;
  }

  private static String ietfKey(Component component) {
    return isMeasured(component) ? component.name() + ":responseTime" : component.name();
  }

  private static boolean isMeasured(Component component) {
    Proof proof = component.decisive().proof();
    return proof != null && proof.isActive();
  }

  private static void put(Map<String, Object> body, String key, String value) {
    if (!value.isEmpty()) {
      body.put(key, value);
    }
  }
}
