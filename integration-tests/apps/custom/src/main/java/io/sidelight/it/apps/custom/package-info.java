// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Metrics made by hand. In a child JVM's <b>application</b> loader, and in loaders of its own. */
package io.sidelight.it.apps.custom;
