// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * The agent itself: {@link io.sidelight.core.Agent} puts configuration, metrics, weaving, health
 * and the side port together. Held by the <b>agent</b> loader.
 */
package io.sidelight.core;
