// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** What programs that use caches share. In a child JVM's <b>application</b> loader. */
package io.sidelight.it.apps.caches;
