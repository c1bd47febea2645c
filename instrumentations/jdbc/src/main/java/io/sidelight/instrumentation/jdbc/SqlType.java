// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

/** What a statement does; the names are values of a label. */
enum SqlType {
  SELECT,
  INSERT,
  UPDATE,
  DELETE,
  /** Inserts or updates; {@code UPSERT} too. */
  MERGE,
  CALL,
  DDL,
  TCL,
  OTHER
}
