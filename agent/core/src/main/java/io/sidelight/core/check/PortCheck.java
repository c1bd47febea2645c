// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import io.sidelight.spi.HealthResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether a port of the application itself accepts connections. */
final class PortCheck extends LocalCheck {

  private static final long RETRY_NANOS = 1_000_000_000L;

  private final int port;

  PortCheck(String component, int port) {
    super(component);
    this.port = port;
  }

  @Override
  public HealthResult ask(long timeoutNanos) throws IOException {
    try (Socket socket = new Socket()) {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      socket.connect(address, (int) (timeoutNanos / 1_000_000));
    }
    return HealthResult.healthy("port " + port + " accepts connections");
  }

  @Override
  public long pauseNanos(long configured, boolean failing) {
    return failing ? Math.min(configured, RETRY_NANOS) : configured;
  }
}
