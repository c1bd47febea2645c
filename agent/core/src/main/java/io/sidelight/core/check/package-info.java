// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Finds out how the application's parts are: asks those that nobody uses, in the background, and
 * keeps what was found for whoever wants to know. Held by the <b>agent</b> loader. Sources may be
 * added from {@code premain} on; nothing is asked before the application's main class has loaded.
 */
package io.sidelight.core.check;
