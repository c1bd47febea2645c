// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Programs that use databases in every way JDBC knows. Held by the application's loader. */
package io.sidelight.it.apps.jdbc;
