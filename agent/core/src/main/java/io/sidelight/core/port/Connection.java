// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One client. Used by the server's thread only. */
final class Connection {

  private static final int MAX_HEAD = 8192;
  private static final int FIRST_BUFFER = 1024;

  /**
   * At a time: more would keep others waiting, and make the JDK keep a direct buffer of that size.
   */
  private static final int MAX_WRITE = 64 * 1024;

  private static final long LINGER_NANOS = 1_000_000_000L;

  private enum State {
    READING,
    ANSWERING,
    WRITING,
    LINGERING
  }

  private final Server server;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final boolean local;
  private State state = State.READING;
  private long deadline;
  private byte[] input = new byte[FIRST_BUFFER];
  private int filled;
  private boolean headOnly;
  private boolean closing;
  private int exchange;
  private @Nullable ByteBuffer head;
  private ByteBuffer body = ByteBuffer.allocate(0);

  Connection(Server server, SocketChannel channel, SelectionKey key) throws IOException {
    this.server = server;
    this.channel = channel;
    this.key = key;
    this.local = isLocal(channel.getRemoteAddress());
    this.deadline = System.nanoTime() + server.limits().headNanos;
  }

  private static boolean isLocal(SocketAddress client) {
    InetAddress address =
        client instanceof InetSocketAddress ? ((InetSocketAddress) client).getAddress() : null;
    return address != null && address.isLoopbackAddress();
  }

  /** The channel is ready for what was asked. */
  void ready() {
    try {
      if (key.isReadable()) {
        if (state == State.LINGERING) {
          discard();
        } else {
          read();
        }
      } else if (key.isWritable()) {
        write();
      }
      proceed();
    } catch (IOException | RuntimeException e) {
      // The client went away, or its key was cancelled: either way it is gone.
      close();
    }
  }

  /** The answer to the exchange with that number, unless that is over. */
  void answered(int number, Response response) {
    if (state == State.ANSWERING && number == exchange) {
      try {
        respond(response);
        proceed();
      } catch (IOException | RuntimeException e) {
        close();
      }
    }
  }

  private void read() throws IOException {
    if (filled == input.length) {
      input = Arrays.copyOf(input, Math.min(MAX_HEAD, input.length * 2));
    }
    int count = channel.read(ByteBuffer.wrap(input, filled, input.length - filled));
    if (count < 0) {
      close();
    } else if (count > 0) {
      if (filled == 0) {
        deadline = System.nanoTime() + server.limits().headNanos;
      }
      filled += count;
    }
  }

  /** Handles every request that is complete; several can have come at once. */
  private void proceed() throws IOException {
    while (state == State.READING && channel.isOpen()) {
      int end = RequestHead.end(input, filled);
      if (end < 0) {
        if (filled == MAX_HEAD) {
          refuse(Response.error(431, "the head is too long"));
        }
        break;
      }
      Request request;
      try {
        request = RequestHead.parse(input, end, local);
      } catch (RequestHead.Refusal e) {
        refuse(e.response());
        break;
      }
      System.arraycopy(input, end, input, 0, filled - end);
      filled -= end;
      begin(request);
    }
    if (channel.isOpen()) {
      key.interestOps(interest());
    }
  }

  private void begin(Request request) throws IOException {
    headOnly = request.isHead();
    closing = !request.keepsAlive();
    state = State.ANSWERING;
    deadline = System.nanoTime() + server.limits().answerNanos;
    exchange++;
    Response response = server.answer(this, exchange, request);
    if (response != null) {
      respond(response);
    }
  }

  private void refuse(Response response) throws IOException {
    headOnly = false;
    closing = true;
    respond(response);
  }

  private void respond(Response response) throws IOException {
    state = State.WRITING;
    deadline = System.nanoTime() + server.limits().writeNanos;
    head = response.head(closing);
    body = ByteBuffer.wrap(headOnly ? new byte[0] : response.body());
    if (body.remaining() > MAX_WRITE) {
      server.makeRoomFor(this);
    }
    write();
  }

  private void write() throws IOException {
    ByteBuffer first = head;
    if (first != null) {
      channel.write(first);
      if (first.hasRemaining()) {
        return;
      }
      head = null;
    }
    int end = body.limit();
    body.limit(Math.min(end, body.position() + MAX_WRITE));
    channel.write(body);
    body.limit(end);
    if (!body.hasRemaining()) {
      finished();
    }
  }

  private void finished() throws IOException {
    body = ByteBuffer.allocate(0);
    if (closing) {
      // Closing with input unread would reset the connection and could destroy the answer.
      channel.shutdownOutput();
      state = State.LINGERING;
      deadline = System.nanoTime() + LINGER_NANOS;
    } else {
      state = State.READING;
      long wait = filled == 0 ? server.limits().idleNanos : server.limits().headNanos;
      deadline = System.nanoTime() + wait;
    }
  }

  private void discard() throws IOException {
    if (channel.read(ByteBuffer.wrap(input)) < 0) {
      close();
    }
  }

  private int interest() {
    switch (state) {
      case READING:
      case LINGERING:
        return SelectionKey.OP_READ;
      case WRITING:
        return SelectionKey.OP_WRITE;
      default:
        return 0;
    }
  }

  long deadline() {
    return deadline;
  }

  /** Whether it only waits for its client; such a connection can go when there are too many. */
  boolean isWaitingForClient() {
    return state != State.ANSWERING;
  }

  /** The body that is being written. */
  byte[] outstanding() {
    return body.array();
  }

  void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException ignored) {
      // Nothing depends on it any more.
    }
  }
}
