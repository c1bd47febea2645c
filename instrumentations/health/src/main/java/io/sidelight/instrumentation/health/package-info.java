// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Health checks that developers write: methods annotated {@code @HealthCheck}. Everything but the
 * advice lives in the <b>agent</b> loader; the advice is a template, inlined into the constructors
 * of their classes, so that the objects are known. Those are held weakly.
 */
package io.sidelight.instrumentation.health;
