// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** HTTP servers that know no servlets. Application loader of child JVMs. */
package io.sidelight.it.apps.noservlets;
