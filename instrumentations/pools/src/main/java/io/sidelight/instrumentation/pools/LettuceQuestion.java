// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.PoolProbe;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.Getter;
import io.sidelight.spi.HealthResult;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Pings on a connection that the application has open: such a connection is for many threads. Not
 * on one that may be kept waiting or be in a transaction, nor on one that may hold commands back.
 */
final class LettuceQuestion implements Question {

  /** Of a client with many, such as that of a cluster, so many stand for all. */
  private static final int MAX_ASKED = 3;

  private static final Getter CLOSED = new Getter("isClosed");
  private static final Getter OPEN = new Getter("isOpen");
  private static final Getter PING = new Getter("async.ping");

  @Override
  public HealthResult ask(ConnectionPool pool, Object source, long timeoutNanos) throws Exception {
    List<Object> open = new ArrayList<>();
    boolean lost = false;
    for (Object connection : pool.shared()) {
      if (isFree(connection) && !Boolean.TRUE.equals(CLOSED.read(connection))) {
        if (Boolean.TRUE.equals(OPEN.read(connection))) {
          open.add(connection);
        } else {
          lost = true;
        }
      }
    }
    if (open.isEmpty()) {
      if (lost) {
        throw new ConnectException("not connected");
      }
      return HealthResult.busy("no connection that may be asked; known only while it is used");
    }
    return ask(open.subList(0, Math.min(open.size(), MAX_ASKED)), timeoutNanos);
  }

  /** One that answers is enough. */
  private static HealthResult ask(List<Object> connections, long timeoutNanos) throws Exception {
    Exception failure = null;
    for (Object connection : connections) {
      try {
        Object pong = PING.read(connection);
        if (pong instanceof Future) {
          await((Future<?>) pong, timeoutNanos / connections.size());
        }
        return HealthResult.healthy();
      } catch (ExecutionException e) {
        failure = e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
      } catch (TimeoutException | ReflectiveOperationException e) {
        failure = e;
      }
    }
    throw Objects.requireNonNull(failure);
  }

  /** What is not answered in time must not wait in the client until it is connected again. */
  private static void await(Future<?> pong, long timeoutNanos) throws Exception {
    boolean answered = false;
    try {
      Object ignored = pong.get(timeoutNanos, TimeUnit.NANOSECONDS);
      answered = true;
    } finally {
      if (!answered) {
        pong.cancel(true);
      }
    }
  }

  private static boolean isFree(Object connection) {
    Object state = Probes.state(connection);
    return state instanceof PoolProbe.Shared
        && !((PoolProbe.Shared) state).isOccupied()
        && !connection.getClass().getSimpleName().contains("PubSub");
  }
}
