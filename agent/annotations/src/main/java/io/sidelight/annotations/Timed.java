// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Measures how long calls of a method take, and how many succeed and fail: any method with a body,
 * private, static and self-called ones too. A method that returns a {@code CompletionStage} is
 * measured until the stage completes; one that returns a {@code Mono}, a {@code Flux} or the like
 * of RxJava or Mutiny whenever somebody subscribes to it, until that ends. Overriding methods do
 * not inherit it. Constructors and Kotlin's {@code suspend} functions cannot be measured.
 *
 * <p>With a name:
 *
 * <pre>{@code
 * @Timed(name = "invoice_processing_duration", description = "Time to process an invoice")
 * Invoice process(Scan scan) { ... }
 * }</pre>
 *
 * shows
 *
 * <pre>{@code
 * # HELP invoice_processing_duration_seconds Time to process an invoice
 * # TYPE invoice_processing_duration_seconds histogram
 * invoice_processing_duration_seconds_count{status="success"} 17
 * }</pre>
 *
 * Without a name, {@code business_method_duration_seconds{class,method,status}}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Timed {

  /**
   * The metric's name in snake case, with or without {@code _seconds}; empty for the metric that
   * all unnamed methods share.
   */
  String name() default "";

  /** The metric's help text; empty for "Time taken by Class.method". */
  String description() default "";

  /**
   * Labels, alternating name and value, e.g. {@code {"source", "email"}}. A value that begins with
   * {@code #} is read from each call, as {@link Counted#labels} says.
   */
  String[] labels() default {};

  /** Upper bounds of the buckets in seconds, ascending; empty for those of the configuration. */
  double[] buckets() default {};

  /** When a call that returned has failed all the same, as {@link Counted#failureWhen} says. */
  String failureWhen() default "";
}
