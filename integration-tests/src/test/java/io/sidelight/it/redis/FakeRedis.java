// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Two nodes of a cluster that answer as no healthy Redis does. What they answer depends on a
 * command's first argument: {@code error}, {@code slow} (after 100 ms), {@code never}, {@code
 * noauth}, {@code oom}, {@code drop} (closes the connection), {@code moved} (the first node sends
 * clients to the second).
 */
final class FakeRedis implements Closeable {

  private final ServerSocket first;
  private final ServerSocket second;
  private final AtomicInteger movedInARow = new AtomicInteger();

  FakeRedis() throws IOException {
    first = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    second = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(() -> accept(first));
    start(() -> accept(second));
  }

  /** The port of the first node. */
  int port() {
    return first.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    first.close();
    second.close();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "fake-redis");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(ServerSocket node) {
    try {
      while (true) {
        Socket client = node.accept();
        start(() -> serve(node, client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(ServerSocket node, Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
      OutputStream out = client.getOutputStream();
      while (true) {
        String answer = answer(node, read(in));
        if (answer == null) {
          return;
        }
        out.write(answer.getBytes(ISO_8859_1));
      }
    } catch (IOException gone) {
      // So is the client.
    }
  }

  private static List<String> read(DataInputStream in) throws IOException {
    int count = Integer.parseInt(line(in).substring(1));
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] word = new byte[Integer.parseInt(line(in).substring(1))];
      in.readFully(word);
      words.add(new String(word, ISO_8859_1));
      line(in);
    }
    return words;
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      line.append((char) c);
    }
    return line.toString().trim();
  }

  /** Null to close the connection. */
  private @Nullable String answer(ServerSocket node, List<String> words) {
    String key = words.size() > 1 ? words.get(1) : "";
    return switch (words.get(0).toUpperCase(Locale.ROOT)) {
      case "HELLO" -> "-ERR unknown command\r\n";
      case "CLUSTER" -> cluster(key);
      case "INFO" -> bulk("redis_version:6.2.0\r\nrole:master\r\n");
      case "COMMAND" -> "*0\r\n";
      case "GET", "SET" -> keyed(node, key);
      default -> "+OK\r\n";
    };
  }

  private @Nullable String keyed(ServerSocket node, String key) {
    return switch (key) {
      case "error" -> "-WRONGTYPE not a string\r\n";
      case "slow" -> {
        pause(100);
        yield bulk("value");
      }
      case "never" -> "";
      case "noauth" -> "-NOAUTH Authentication required.\r\n";
      case "oom" -> "-OOM command not allowed when used memory > 'maxmemory'.\r\n";
      case "drop" -> null;
      case "moved" -> moved(node);
      default -> bulk("value");
    };
  }

  private String moved(ServerSocket node) {
    if (node == first) {
      movedInARow.incrementAndGet();
      return "-MOVED 7000 127.0.0.1:" + second.getLocalPort() + "\r\n";
    }
    movedInARow.set(0);
    return bulk("x");
  }

  /** The first node claims all slots, until a client asks again where they are: Jedis 2 does. */
  private String cluster(String subcommand) {
    int port = (movedInARow.get() < 2 ? first : second).getLocalPort();
    if (subcommand.equalsIgnoreCase("SLOTS")) {
      return "*1\r\n*3\r\n:0\r\n:16383\r\n*3\r\n"
          + bulk("127.0.0.1")
          + ":"
          + port
          + "\r\n"
          + bulk("a");
    }
    if (subcommand.equalsIgnoreCase("NODES")) {
      String id = "000000000000000000000000000000000000000";
      return bulk(
          (id + "1 127.0.0.1:" + port + "@1 myself,master - 0 0 1 connected 0-16383\n")
              + (id + "2 127.0.0.1:" + second.getLocalPort() + "@1 master - 0 0 2 connected\n"));
    }
    return "-ERR unknown subcommand\r\n";
  }

  private static String bulk(String text) {
    return "$" + text.length() + "\r\n" + text + "\r\n";
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
