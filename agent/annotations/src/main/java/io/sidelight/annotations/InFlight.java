// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows how many calls of a method are running now; one that returned a {@code CompletionStage}
 * runs until the stage completes. Of a {@code Mono} or the like, subscriptions are shown.
 *
 * <pre>{@code
 * @InFlight(name = "invoices")
 * Invoice process(Scan scan) { ... }
 * }</pre>
 *
 * shows {@code invoices_in_flight 2.0}. Without a name, {@code
 * business_method_in_flight{class,method}}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface InFlight {

  /**
   * The metric's name in snake case, with or without {@code _in_flight}; empty for the metric that
   * all unnamed methods share.
   */
  String name() default "";

  /** The metric's help text; empty for "Calls of Class.method running now". */
  String description() default "";

  /** Constant labels, alternating name and value, e.g. {@code {"source", "email"}}. */
  String[] labels() default {};
}
