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
 * too. A call that returns a {@code CompletionStage} is counted when the stage completes; one that
 * returns a {@code Mono} or the like counts for each subscription, as {@link Timed} says.
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

  /**
   * Labels, alternating name and value, e.g. {@code {"source", "email"}}. A value that begins with
   * {@code #} is read from each call when it ends:
   *
   * <pre>{@code
   * @Counted(name = "orders", labels = {"fuel", "#request.fuelType", "outcome", "#result.status"})
   * Receipt order(Request request) { ... }
   * }</pre>
   *
   * <p>It begins at an argument, by name ({@code #request}, where the class file has names) or
   * number ({@code #0}), at the object itself ({@code #this}) or at what was returned ({@code
   * #result}; what a stage completed with). Each further name is a property: {@code getX()}, {@code
   * isX()}, the accessor {@code x()} of a record or of a field {@code x}, or else that field,
   * whatever its visibility. No method with arguments is ever called. A getter that is annotated
   * itself counts when it is read.
   *
   * <p>Texts, numbers, booleans and enums are shown as they are, of another object its class's
   * simple name; {@code none} for null, {@code error} if it could not be read, {@code other} past
   * 50 values. Do not read what identifies a person. {@code ##x} is the constant {@code #x}.
   */
  String[] labels() default {};

  /**
   * What is added instead of 1, read as in {@link #labels}, e.g. {@code "#request.amount"}: a
   * number that is not negative, counted to the sixth decimal. Needs a name.
   */
  String amount() default "";

  /**
   * When a call that returned has failed all the same: {@code "#result.status == 'FAILED'"}, {@code
   * "#result != 0"}, {@code "#result == null"}, {@code "!#result.ok"}. Empty: calls that throw, or
   * whose stage fails.
   */
  String failureWhen() default "";
}
