// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Annotated methods behind what libraries put in the place of objects. In a child JVM's
 * <b>application</b> loader.
 */
@NullMarked
package io.sidelight.it.apps.standins;

import org.jspecify.annotations.NullMarked;
