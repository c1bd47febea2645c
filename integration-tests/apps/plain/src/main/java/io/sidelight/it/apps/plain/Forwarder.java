// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before a server on this machine: while it is open, connections are forwarded; when it
 * closes, they are lost and nobody can connect.
 */
public final class Forwarder implements Closeable {

  private final int target;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket server;

  /** Open at a free port. */
  public Forwarder(int target) throws IOException {
    this.target = target;
    server = listen(0);
    port = server.getLocalPort();
  }

  /** Where to connect to. */
  public int port() {
    return port;
  }

  /** Open again, at the same port. */
  public void reopen() throws IOException {
    server = listen(port);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private ServerSocket listen(int at) throws IOException {
    ServerSocket socket = new ServerSocket(at, 50, InetAddress.getLoopbackAddress());
    start(() -> accept(socket));
    return socket;
  }

  private void accept(ServerSocket from) {
    try {
      while (true) {
        Socket client = from.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(behind);
        start(() -> forward(client, behind));
        start(() -> forward(behind, client));
        if (from.isClosed()) {
          close();
        }
      }
    } catch (IOException closed) {
      // It is.
    }
  }

  private static void forward(Socket from, Socket to) {
    try (Socket source = from;
        Socket sink = to) {
      InputStream in = source.getInputStream();
      OutputStream out = sink.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        out.write(buffer, 0, length);
      }
    } catch (IOException lost) {
      // So is the other end.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "forwarder");
    thread.setDaemon(true);
    thread.start();
  }
}
