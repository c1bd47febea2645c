// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP/1.1 server for GET on one thread that never waits for a client: a slow one costs its
 * buffer until its deadline, and nobody else's time.
 */
final class Server {

  private static final long SWEEP_MILLIS = 250;
  private static final int ACCEPTS_AT_ONCE = 64;
  private static final int ANSWERS_AT_ONCE = 4;

  private final ServerSocketChannel listener;
  private final Site site;
  private final Limits limits;
  private final Selector selector;
  private final SelectionKey listening;

  /** Bytes of bodies that slow clients may keep in memory together. */
  private final long maxOutstanding = Math.max(4 << 20, Runtime.getRuntime().maxMemory() / 16);

  private long lastSweep = System.nanoTime();
  private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();

  Server(ServerSocketChannel listener, Site site, Limits limits) throws IOException {
    this.listener = listener;
    this.site = site;
    this.limits = limits;
    this.selector = Selector.open();
    listener.configureBlocking(false);
    this.listening = listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  Limits limits() {
    return limits;
  }

  /** Serves until the listener is closed. */
  void run() throws IOException {
    try {
      while (listener.isOpen()) {
        await();
        // Some applications interrupt every thread they find; channels would close themselves.
        Thread.interrupted();
        serve();
        sendSome();
        if (System.nanoTime() - lastSweep > SWEEP_MILLIS * 1_000_000) {
          lastSweep = System.nanoTime();
          sweep();
        }
      }
    } finally {
      closeAll();
    }
  }

  private void await() throws IOException {
    boolean idle = selector.keys().size() == 1 && listening.interestOps() != 0;
    if (answers.isEmpty()) {
      selector.select(idle ? 0 : SWEEP_MILLIS);
    } else {
      selector.selectNow();
    }
  }

  /** A few at a time: many large answers must not keep a health probe waiting. */
  private void sendSome() {
    for (int i = 0; i < ANSWERS_AT_ONCE; i++) {
      Runnable answer = answers.poll();
      if (answer == null) {
        return;
      }
      answer.run();
    }
  }

  private void serve() {
    Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
    while (ready.hasNext()) {
      SelectionKey key = ready.next();
      ready.remove();
      if (key == listening) {
        accept();
      } else if (key.isValid()) {
        connection(key).ready();
      }
    }
  }

  private void accept() {
    for (int i = 0; i < ACCEPTS_AT_ONCE; i++) {
      try {
        SocketChannel client = listener.accept();
        if (client == null) {
          return;
        }
        welcome(client);
      } catch (IOException e) {
        // Most likely no file descriptor is free. Trying again at once would burn a processor.
        listening.interestOps(0);
        return;
      }
    }
  }

  private void welcome(SocketChannel client) throws IOException {
    try {
      if (selector.keys().size() > limits.connections) {
        closeOneOf(connections());
      }
      client.configureBlocking(false);
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = client.register(selector, SelectionKey.OP_READ);
      key.attach(new Connection(this, client, key));
    } catch (IOException | RuntimeException e) {
      client.close();
    }
  }

  /** Closes what is past its deadline, and accepts again. */
  private void sweep() {
    long now = System.nanoTime();
    for (Connection connection : connections()) {
      if (connection.deadline() - now < 0) {
        connection.close();
      }
    }
    if (listening.isValid() && listening.interestOps() == 0) {
      listening.interestOps(SelectionKey.OP_ACCEPT);
    }
  }

  @Nullable Response answer(Connection connection, int exchange, Request request) {
    return site.answer(
        request,
        response -> {
          answers.add(() -> connection.answered(exchange, response));
          selector.wakeup();
        });
  }

  /** Closes clients that are slow to take what they asked for, if they hold too much memory. */
  void makeRoomFor(Connection writer) {
    List<Connection> writers = new ArrayList<>();
    for (Connection connection : connections()) {
      if (connection.outstanding().length > 0) {
        writers.add(connection);
      }
    }
    while (bytes(writers) > maxOutstanding && writers.size() > 1) {
      List<Connection> others = new ArrayList<>(writers);
      others.remove(writer);
      writers.remove(closeOneOf(others));
    }
  }

  private static long bytes(List<Connection> writers) {
    Set<byte[]> bodies = Collections.newSetFromMap(new IdentityHashMap<>());
    long bytes = 0;
    for (Connection writer : writers) {
      byte[] body = writer.outstanding();
      bytes += bodies.add(body) ? body.length : 0;
    }
    return bytes;
  }

  /** Closes the connection that has kept us waiting longest. */
  private static @Nullable Connection closeOneOf(List<Connection> candidates) {
    Connection first = null;
    for (Connection candidate : candidates) {
      if (candidate.isWaitingForClient()
          && (first == null || candidate.deadline() - first.deadline() < 0)) {
        first = candidate;
      }
    }
    if (first != null) {
      first.close();
    }
    return first;
  }

  private List<Connection> connections() {
    List<Connection> connections = new ArrayList<>();
    for (SelectionKey key : selector.keys()) {
      if (key != listening && key.isValid() && key.attachment() != null) {
        connections.add(connection(key));
      }
    }
    return connections;
  }

  private static Connection connection(SelectionKey key) {
    return (Connection) key.attachment();
  }

  private void closeAll() throws IOException {
    for (Connection connection : connections()) {
      connection.close();
    }
    listener.close();
    selector.close();
  }

  /** Makes {@link #run} return; on any thread. */
  void stop() throws IOException {
    listener.close();
    selector.wakeup();
  }
}
