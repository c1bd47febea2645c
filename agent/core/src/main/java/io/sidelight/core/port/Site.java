// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import org.jspecify.annotations.Nullable;

/** What the server answers. */
interface Site {

  /**
   * Answers at once, or later through {@code reply}. Called on the server's only thread: must not
   * block.
   *
   * @return null if the answer comes later
   */
  @Nullable Response answer(Request request, Reply reply);

  /** Takes an answer that comes later, on any thread, once. */
  interface Reply {
    void send(Response response);
  }
}
