// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.noservlets;

/** Answers every request with its path. */
interface Server extends AutoCloseable {

  /** Where it listens. */
  int port();

  @Override
  void close();
}
