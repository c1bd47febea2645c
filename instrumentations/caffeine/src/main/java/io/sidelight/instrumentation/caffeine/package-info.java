// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Caffeine: where it is woven, and the advice, which are templates and never loaded. Agent loader.
 *
 * <p>In a cache of futures a future that is there is a hit, also one that still loads: nobody waits
 * for it, and Caffeine counts alike. What such a cache looks up before it loads, or for many keys,
 * or for its view of values, it tells as look-ups that do not count and then counts by itself,
 * where nothing of the cache passes: there the thread says that they do count.
 */
package io.sidelight.instrumentation.caffeine;
