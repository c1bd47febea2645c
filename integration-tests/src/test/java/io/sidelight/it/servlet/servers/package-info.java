// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Whole servers as they are shipped, with a web application as WAR and no configuration. */
package io.sidelight.it.servlet.servers;
