// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * The demo application as a user starts it, with {@code demo-app/run}. In the <b>test's</b> loader;
 * what is tested runs in processes of its own.
 */
package io.sidelight.it.demo;
