// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * The static dispatcher that woven code calls. Loaded by the <b>bootstrap</b> loader, so it may use
 * {@code java.base} only, and a class added here is visible to every application: keep it tiny.
 */
package io.sidelight.bootstrap;
