// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** The servlet contract on Undertow. */
package io.sidelight.it.servlet.undertow;
