// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Ehcache 2 and 3: where they are woven, and the advice, templates and never loaded. Agent loader.
 *
 * <p>Of Ehcache 3 only caches of a manager are measured, which names them. Size and evictions are
 * told of a cache that has nothing but a heap: with off-heap memory or a disk, the heap is not the
 * cache, and what it drops may still be there. As in Ehcache's own statistics, a value that a
 * loader has loaded is found.
 */
package io.sidelight.instrumentation.ehcache;
