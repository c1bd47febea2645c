// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Clients that never finish a request, and clients that never read an answer. */
final class SlowClients implements AutoCloseable {

  private final int port;
  private final List<Socket> senders = new ArrayList<>();
  private final List<Socket> readers = new ArrayList<>();

  SlowClients(int port) {
    this.port = port;
  }

  /** That many of each kind. */
  void open(int each) throws IOException {
    for (int i = 0; i < each; i++) {
      senders.add(connect());
      Socket reader = connect();
      reader
          .getOutputStream()
          .write("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n".repeat(50).getBytes(US_ASCII));
      readers.add(reader);
    }
  }

  /** One more byte from each sender that has not been cut. */
  void dribble() {
    for (Socket sender : senders) {
      try {
        sender.getOutputStream().write('G');
      } catch (IOException e) {
        // Cut, as it should be.
      }
    }
  }

  /** Connects and leaves. */
  void churn(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      connect().close();
    }
  }

  /** Closes what is open. */
  void leave() throws IOException {
    for (Socket socket : senders) {
      socket.close();
    }
    for (Socket socket : readers) {
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    leave();
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }
}
