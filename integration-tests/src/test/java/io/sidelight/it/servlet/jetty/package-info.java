// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** The servlet contract on Jetty. */
package io.sidelight.it.servlet.jetty;
