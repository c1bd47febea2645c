// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.health;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a program and a server, and can go silent: accepts, reads, and never answers. */
final class Line implements Closeable {

  private final int target;
  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;

  Line(int target) throws IOException {
    this.target = target;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  void silence() {
    silent = true;
  }

  /** Connections of the silent time are lost, new ones work. */
  void speak() throws IOException {
    silent = false;
    for (Socket each : sockets) {
      each.close();
    }
    sockets.clear();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket client = server.accept();
        sockets.add(client);
        try {
          Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
          sockets.add(behind);
          start(() -> forward(client, behind));
          start(() -> forward(behind, client));
        } catch (IOException refused) {
          client.close();
        }
      }
    } catch (IOException closed) {
      // It is.
    }
  }

  private void forward(Socket from, Socket to) {
    try (Socket source = from;
        Socket sink = to) {
      InputStream in = source.getInputStream();
      OutputStream out = sink.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (!silent) {
          out.write(buffer, 0, length);
        }
      }
    } catch (IOException lost) {
      // So is the other end.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    speak();
  }
}
