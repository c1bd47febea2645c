// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Caches, whatever library makes them: the domain, its metrics and its probe. One class of a
 * library tells where it is woven and how its caches are asked; all else is shared. Agent loader;
 * advice classes are templates and never loaded.
 *
 * <p>How look-ups count:
 *
 * <ul>
 *   <li>A look-up that finds a value without loading it is a hit, any other a miss: one that loads,
 *       well or not, and one that waits while another thread loads. Looking up many keys at once
 *       counts each different key. Asking whether a key is there, and what goes through a cache's
 *       view as a map, counts only where the library's own statistics count it.
 *   <li>A cache in front of another gives it its name, and the other goes on counting. So nothing
 *       counts twice, what goes past the one in front counts too, and so do size and evictions. One
 *       in front of what cannot be counted, such as a plain map, counts itself.
 *   <li>Names come from the library where it has names, and else from the code: the class that
 *       built the cache, with a number if it builds several. Caches of one name share its series.
 *   <li>An eviction is an entry that the cache drops on its own, not one that is removed or
 *       replaced.
 * </ul>
 */
package io.sidelight.instrumentation.cache;
