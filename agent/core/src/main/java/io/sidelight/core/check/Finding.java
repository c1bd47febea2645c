// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one part at one moment. Immutable. */
public final class Finding {

  private final String name;
  private final Status status;
  private final String message;
  private final @Nullable Proof proof;
  private final int attempts;
  private final long lastSuccessAgeNanos;
  private final Map<String, Object> details;

  Finding(
      String name,
      Status status,
      String message,
      @Nullable Proof proof,
      int attempts,
      long lastSuccessAgeNanos,
      Map<String, Object> details) {
    this.name = name;
    this.status = status;
    this.message = message;
    this.proof = proof;
    this.attempts = attempts;
    this.lastSuccessAgeNanos = lastSuccessAgeNanos;
    this.details = details;
  }

  /** The part's name; empty if it is all there is of its component. */
  public String name() {
    return name;
  }

  /** How it is. */
  public Status status() {
    return status;
  }

  /** Why, for those who may see details; empty if there is nothing to say. */
  public String message() {
    return message;
  }

  /** What this is known from; null if nobody has asked it yet, nor used it. */
  public @Nullable Proof proof() {
    return proof;
  }

  /** How often it was asked until this was known; 0 if it was not. */
  public int attempts() {
    return attempts;
  }

  /** How long ago it was seen to work; negative if it never was. */
  long lastSuccessAgeNanos() {
    return lastSuccessAgeNanos;
  }

  /** For those who may see them, in their order. */
  public Map<String, Object> details() {
    return details;
  }
}
