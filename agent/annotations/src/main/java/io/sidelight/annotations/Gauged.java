// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows what a method returned last: a number, or a boolean as 1 or 0; of a {@code CompletionStage}
 * or a {@code Mono} what it completed with. The method is never called for this: call it as often
 * as the value should be fresh. Before its first call there is no value; a call that throws leaves
 * the last one.
 *
 * <pre>{@code
 * @Gauged(name = "resource_count", labels = {"kind", "users"})
 * long countUsers() { ... }
 * }</pre>
 *
 * shows {@code resource_count{kind="users"} 1204.0}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Gauged {

  /** The metric's name in snake case. */
  String name();

  /** The metric's help text; empty for "Last value of Class.method". */
  String description() default "";

  /**
   * Labels, alternating name and value; one that begins with {@code #} is read from each call, as
   * {@link Counted#labels} says.
   */
  String[] labels() default {};
}
