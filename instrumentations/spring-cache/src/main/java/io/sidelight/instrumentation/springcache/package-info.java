// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Spring's abstraction of caches, also behind {@code @Cacheable}: where it is woven, and the
 * advice, which are templates and never loaded. Agent loader.
 *
 * <p>A cache of Spring in front of one that counts, such as Caffeine's, gives it its name. Any
 * other counts itself: {@code get} of one key, with a loader only where the store is a map.
 */
package io.sidelight.instrumentation.springcache;
