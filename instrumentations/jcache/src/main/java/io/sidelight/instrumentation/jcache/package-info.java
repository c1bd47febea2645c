// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * JCache (JSR 107): where implementations are woven. Agent loader.
 *
 * <p>Only {@code get} and {@code getAll} count, and what they return is found, even if a
 * read-through loader has loaded it: no implementation tells. What is behind does not count
 * meanwhile.
 */
package io.sidelight.instrumentation.jcache;
