// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.spi.HealthResult;

/** How a pool is asked whether what is behind it works. */
interface Question {

  /**
   * Asks it, at the cost of one connection at most, which goes back.
   *
   * @param pool what is known of it
   * @param source the library's object that can be asked
   * @return {@link HealthResult#busy} if it cannot be asked
   * @throws Exception if there is no answer
   */
  HealthResult ask(ConnectionPool pool, Object source, long timeoutNanos) throws Exception;
}
