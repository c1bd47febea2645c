// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Configures the JDK's HTTP server for itself, which the JDK reads only once. */
public final class OwnHttpServer {

  private OwnHttpServer() {}

  /** Sends a request byte by byte, and prints whether its own time limit cut it. */
  public static void main(String[] args) throws IOException, InterruptedException {
    System.setProperty("sun.net.httpserver.maxReqTime", "1");
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anyPort, 0);
    server.start();
    System.out.println("cut " + isCut(server.getAddress()));
    System.out.println("rsp " + System.getProperty("sun.net.httpserver.maxRspTime"));
    server.stop(0);
    Lines.waitForEnd();
  }

  private static boolean isCut(InetSocketAddress address) throws InterruptedException {
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < 60; i++) {
        out.write(i == 0 ? 'G' : 'x');
        out.flush();
        Thread.sleep(100);
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
