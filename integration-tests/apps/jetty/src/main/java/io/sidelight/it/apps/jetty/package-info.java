// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Jetty, in any version, with the web application of the contract. */
package io.sidelight.it.apps.jetty;
