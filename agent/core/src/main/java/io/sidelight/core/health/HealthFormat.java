// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.health;

import io.sidelight.core.check.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shapes in which health is written. */
public enum HealthFormat {
  /** Ours, as in the documentation. */
  SIDELIGHT("application/json; charset=utf-8", "healthy", "degraded", "unhealthy", "unknown"),
  /** {@code application/health+json}, draft-inadarei-api-health-check-06. */
  IETF("application/health+json; charset=utf-8", "pass", "warn", "fail", "warn"),
  /** Spring Boot Actuator. */
  ACTUATOR(
      "application/vnd.spring-boot.actuator.v3+json; charset=utf-8", "UP", "UP", "DOWN", "UNKNOWN"),
  /** MicroProfile Health. */
  MICROPROFILE("application/json; charset=utf-8", "UP", "UP", "DOWN", "UP"),
  /** One word. */
  TEXT("text/plain; charset=utf-8", "healthy", "degraded", "unhealthy", "unknown");

  private final String contentType;
  private final String healthy;
  private final String degraded;
  private final String unhealthy;
  private final String unknown;

  HealthFormat(
      String contentType, String healthy, String degraded, String unhealthy, String unknown) {
    this.contentType = contentType;
    this.healthy = healthy;
    this.degraded = degraded;
    this.unhealthy = unhealthy;
    this.unknown = unknown;
  }

  /** The value of {@code Content-Type}. */
  public String contentType() {
    return contentType;
  }

  /** Its word for a status. */
  String word(Status status) {
    switch (status) {
      case HEALTHY:
        return healthy;
      case DEGRADED:
        return degraded;
      case UNHEALTHY:
        return unhealthy;
      default:
        return unknown;
    }
  }

  /**
   * Chooses a format.
   *
   * @param name the query parameter {@code format}; null if absent
   * @param accept the header {@code Accept}; null if absent
   * @return null if there is no format of that name
   */
  public static @Nullable HealthFormat choose(@Nullable String name, @Nullable String accept) {
    if (name == null) {
      return accepted(accept == null ? "" : accept.toLowerCase(Locale.ROOT));
    }
    switch (name) {
      case "sidelight":
      case "json":
        return SIDELIGHT;
      case "ietf":
        return IETF;
      case "actuator":
        return ACTUATOR;
      case "microprofile":
        return MICROPROFILE;
      case "text":
        return TEXT;
      default:
        return null;
    }
  }

  private static HealthFormat accepted(String accept) {
    if (accept.contains("application/health+json")) {
      return IETF;
    }
    if (accept.contains("application/vnd.spring-boot.actuator.")) {
      return ACTUATOR;
    }
    return accept.startsWith("text/plain") ? TEXT : SIDELIGHT;
  }
}
