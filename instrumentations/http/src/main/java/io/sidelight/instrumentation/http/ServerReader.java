// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.spi.ObjectReader;

/** How the servers of one container are asked how busy they are. */
public final class ServerReader extends ObjectReader<ServerValue, ServerReader> {

  /** As {@link ObjectReader}. */
  public ServerReader(String base, String... types) {
    super(ServerValue.class, base, types);
  }

  @Override
  protected ServerReader self() {
    return this;
  }
}
