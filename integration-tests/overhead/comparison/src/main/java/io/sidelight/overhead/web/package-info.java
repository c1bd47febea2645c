// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * What an agent costs a small web application. Part of a command-line program; application loader.
 */
package io.sidelight.overhead.web;
