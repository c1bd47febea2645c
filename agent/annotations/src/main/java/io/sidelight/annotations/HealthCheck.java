// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a health check: a component of {@code /health} and of {@code health_check_status}.
 * It is healthy unless the method returns {@code false} or throws; what a {@code Future} or {@code
 * CompletionStage} completes with counts like a result.
 *
 * <pre>{@code
 * @HealthCheck("payment_gateway")
 * boolean answers() { return gateway.ping(); }
 * }</pre>
 *
 * <p>Called in the background, every {@code health.interval} (10 s), for the first time so long
 * after the object was made; never by a probe, and never again before it has returned. After three
 * failures in a row, a second apart, it counts as unhealthy. Of each object of the class, which
 * should be one that lives as long as the application. Queries, commands and annotated methods that
 * it calls are not counted.
 *
 * <p>The method has no parameters and is not static; it may be private.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HealthCheck {

  /** The component's name, in snake case. Methods of one name are parts of one component. */
  String value();
}
