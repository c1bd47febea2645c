// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Ehcache 2 and 3: where they are woven, and the advice, a template and never loaded. Agent loader.
 *
 * <p>Of Ehcache 3 only caches of a manager are measured, which names them, and only their look-ups:
 * it tells neither how many entries there are nor which cache drops one. As in Ehcache's own
 * statistics, a value that a loader has loaded is found.
 */
package io.sidelight.instrumentation.ehcache;
