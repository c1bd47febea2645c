// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Counts calls of a method by outcome: any method with a body, private, static and self-called ones
 * too. A call that returns a {@code CompletionStage} is counted when the stage completes.
 * Overriding methods do not inherit it.
 *
 * <pre>{@code
 * @Counted(name = "coupon_created", description = "Coupons created")
 * Coupon create(Order order) { ... }
 * }</pre>
 *
 * shows {@code coupon_created_total{status="success"} 3}. Without a name, {@code
 * business_method_calls_total{class,method,status}}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Counted {

  /**
   * The metric's name in snake case, with or without {@code _total}; empty for the metric that all
   * unnamed methods share.
   */
  String name() default "";

  /** The metric's help text; empty for "Calls of Class.method". */
  String description() default "";

  /** Constant labels, alternating name and value, e.g. {@code {"source", "email"}}. */
  String[] labels() default {};
}
