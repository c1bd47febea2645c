// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** A program that uses databases through ShardingSphere-JDBC. Held by the application's loader. */
package io.sidelight.it.apps.shardingsphere;
