// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Caffeine: where it is woven, and the advice, which are templates and never loaded. Agent loader.
 *
 * <p>Caches that are built with {@code buildAsync} are not measured: some versions count their
 * look-ups where nothing of the cache passes.
 */
package io.sidelight.instrumentation.caffeine;
