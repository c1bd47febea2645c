// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import org.jspecify.annotations.Nullable;

/**
 * One place where a library is woven. Reads as a sentence:
 *
 * <pre>{@code
 * WeavePoint.in(TypeMatch.named("redis.clients.jedis.Connection"))
 *     .at(MethodMatch.named("executeCommand").takingFirst("redis.clients.jedis.CommandObject"))
 *     .with("io.sidelight.instrumentation.jedis.ExecuteCommandAdvice")
 * }</pre>
 *
 * Immutable data.
 */
public final class WeavePoint {

  private final TypeMatch type;
  private final @Nullable MethodMatch method;
  private final @Nullable String advice;

  private WeavePoint(TypeMatch type, @Nullable MethodMatch method, @Nullable String advice) {
    this.type = type;
    this.method = method;
    this.advice = advice;
  }

  /** Starts a weave point in these classes. */
  public static WeavePoint in(TypeMatch type) {
    return new WeavePoint(type, null, null);
  }

  /** Makes these classes {@link io.sidelight.bootstrap.Carrier}s; no method is woven. */
  public static WeavePoint carrier(TypeMatch type) {
    return new WeavePoint(type, null, null);
  }

  /** As this, at these methods. */
  public WeavePoint at(MethodMatch method) {
    return new WeavePoint(type, method, advice);
  }

  /**
   * As this, with that advice: a class with static methods annotated {@code @Advice.OnMethodEnter}
   * and {@code @Advice.OnMethodExit}, given by name because it is a template and never loaded.
   */
  public WeavePoint with(String advice) {
    return new WeavePoint(type, method, advice);
  }

  /** Which classes. */
  public TypeMatch type() {
    return type;
  }

  /** Which methods; null for a carrier. */
  public @Nullable MethodMatch method() {
    return method;
  }

  /** The advice's class name; null for a carrier. */
  public @Nullable String advice() {
    return advice;
  }

  /** Whether the matched classes only become carriers. */
  public boolean isCarrier() {
    return advice == null;
  }

  @Override
  public String toString() {
    return method == null ? type + " (state)" : type + ": " + method;
  }
}
