// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Guava's caches: where they are woven, and the advice, which are templates and never loaded. Agent
 * loader.
 */
package io.sidelight.instrumentation.guava;
