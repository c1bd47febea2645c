// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Programs that use Shiro. In a child JVM's <b>application</b> loader. */
package io.sidelight.it.apps.shiro;
