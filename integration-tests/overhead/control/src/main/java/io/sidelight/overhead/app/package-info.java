// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * What an application under measurement tells the program that measures it. Part of the
 * applications; application loader.
 */
package io.sidelight.overhead.app;
