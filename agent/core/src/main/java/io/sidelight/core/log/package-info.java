// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Sidelight's own log, so that no logging library of the JDK or the application is touched. Held by
 * the <b>agent</b> loader.
 */
package io.sidelight.core.log;
