// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.noservlets;

import com.linecorp.armeria.common.HttpResponse;

/** Armeria. */
final class Armeria implements Server {

  private final com.linecorp.armeria.server.Server server;

  Armeria() {
    server =
        com.linecorp.armeria.server.Server.builder()
            .http(0)
            .serviceUnder("/", (context, request) -> HttpResponse.of(context.path()))
            .build();
    server.start().join();
  }

  @Override
  public int port() {
    return server.activeLocalPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
