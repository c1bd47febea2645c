// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Measures database statements at {@code java.sql.Statement}, whatever driver and pool. Held by the
 * <b>agent</b> loader, except the {@code *Advice} classes: templates that no loader ever holds.
 */
package io.sidelight.instrumentation.jdbc;
