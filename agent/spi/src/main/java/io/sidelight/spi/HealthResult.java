// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.util.Collections;
import java.util.Map;

/** What a {@link HealthCheck} found. Immutable. */
public final class HealthResult {

  /** How it is. */
  public enum Status {
    /** It works. */
    HEALTHY,
    /** It works, but somebody should look. */
    DEGRADED,
    /** It does not work. */
    UNHEALTHY,
    /** It cannot be asked now without harm: what was known of it stays. */
    BUSY
  }

  private static final HealthResult HEALTHY = new HealthResult(Status.HEALTHY, "");

  private final Status status;
  private final String message;
  private final Map<String, Object> details;

  private HealthResult(Status status, String message) {
    this(status, message, Collections.<String, Object>emptyMap());
  }

  private HealthResult(Status status, String message, Map<String, Object> details) {
    this.status = status;
    this.message = message;
    this.details = details;
  }

  /** It works. */
  public static HealthResult healthy() {
    return HEALTHY;
  }

  /** It works, and this is worth saying. */
  public static HealthResult healthy(String message) {
    return new HealthResult(Status.HEALTHY, message);
  }

  /** It works, but somebody should look, for this reason. */
  public static HealthResult degraded(String message) {
    return new HealthResult(Status.DEGRADED, message);
  }

  /** It does not work, for this reason. */
  public static HealthResult unhealthy(String message) {
    return new HealthResult(Status.UNHEALTHY, message);
  }

  /** It cannot be asked now without harm, for this reason. */
  public static HealthResult busy(String message) {
    return new HealthResult(Status.BUSY, message);
  }

  /** As this, with details for those who may see them: texts, numbers and booleans. */
  public HealthResult with(Map<String, Object> details) {
    return new HealthResult(status, message, details);
  }

  /** How it is. */
  public Status status() {
    return status;
  }

  /** Why, or what is worth saying, for people; empty if nothing is. */
  public String message() {
    return message;
  }

  /** In their order; empty if there are none. */
  public Map<String, Object> details() {
    return details;
  }
}
