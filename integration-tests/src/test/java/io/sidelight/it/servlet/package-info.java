// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Requests of real servlet containers under the real agent, counted against what was sent. */
package io.sidelight.it.servlet;
