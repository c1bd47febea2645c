// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Whether the application is alive, started and ready, and how that is written. Held by the
 * <b>agent</b> loader. {@link io.sidelight.core.health.Health} works from {@code premain} on;
 * reports are written on the side port's threads.
 */
package io.sidelight.core.health;
