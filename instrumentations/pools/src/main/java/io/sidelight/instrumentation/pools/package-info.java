// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Pools of connections to databases and to Redis: what they hold now, how long callers wait for a
 * connection and keep it. One class tells where a library is woven and how it is asked; all else is
 * shared. Agent loader; advice classes are templates and never loaded.
 */
package io.sidelight.instrumentation.pools;
