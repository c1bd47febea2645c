// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.result;

/**
 * One figure, as it was read once.
 *
 * @param measurement what was measured, and its unit as the last word, e.g. {@code
 *     web.start.wall.seconds}
 * @param variant with which agent, e.g. {@code none}
 * @param round from 1; the variants of one round ran directly after each other
 * @param value in the unit that the measurement names
 */
public record Observation(String measurement, String variant, int round, double value) {}
