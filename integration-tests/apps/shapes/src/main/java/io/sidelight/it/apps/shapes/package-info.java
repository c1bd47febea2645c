// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Annotated methods in all shapes. In a child JVM's <b>application</b> loader. */
package io.sidelight.it.apps.shapes;
