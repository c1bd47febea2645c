// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

/** What a command has to do with reading values by keys. */
enum KeyUse {
  /** Nothing. */
  NONE,
  /** Its first argument is the key, for one value or for several. */
  FIRST,
  /** Its arguments are keys. */
  ALL,
  /** From now on replies do not tell what commands read. */
  BEGINS_TRANSACTION,
  /** From now on they do. */
  ENDS_TRANSACTION;

  static KeyUse of(String command) {
    switch (command) {
      case "GET":
      case "GETEX":
      case "HGET":
      case "HMGET":
        return FIRST;
      case "EXISTS":
      case "MGET":
        return ALL;
      case "MULTI":
        return BEGINS_TRANSACTION;
      case "EXEC":
      case "DISCARD":
        return ENDS_TRANSACTION;
      default:
        return NONE;
    }
  }

  boolean reads() {
    return this == FIRST || this == ALL;
  }
}
