// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * Measures HTTP requests. A request may begin on one thread, go on on others, and end on yet
 * another; between two threads it is <i>parked</i> under the container's object for it, unless that
 * object is a {@link Carrier}. A request that begins and ends on one thread is never parked and
 * allocates nothing.
 *
 * <p>Safe for many threads; nothing is kept longer than the request lives.
 */
public abstract class RequestProbe extends CallProbe {

  /** Of a body whose bytes nobody counts. */
  protected static final long UNKNOWN_SIZE = -1;

  /** For the implementation in the agent loader. */
  protected RequestProbe() {}

  /**
   * A thread starts to work for a request.
   *
   * @param request the container's object for it, compared by identity
   * @return the parked request with that key, no longer parked; null if this request is new, and is
   *     then in flight
   */
  protected abstract @Nullable Parked begin(Object request);

  /**
   * The thread is done but the request is not: keeps it under {@code request}.
   *
   * @param statements how many database statements were executed for it until now
   */
  protected abstract void park(
      Object request, long startNanos, int statements, @Nullable String route);

  /** Takes the parked request with that key, if there is one. */
  protected abstract @Nullable Parked take(Object request);

  /**
   * The request has ended: records it and takes it out of flight.
   *
   * @param startNanos when it began; 0 if that was never seen, as with a request line that the
   *     container refused
   * @param statements how many database statements the threads that served it executed meanwhile
   * @param route the route that was noted first; null if none was
   * @param method as the client sent it; may be null
   * @param path the request's path, undecoded, without query; may be null
   * @param status the status that the client received; 0 if unknown
   * @param requestBytes the size of the request's body; negative if unknown
   * @param responseBytes the size of the response's body as it was sent; negative if unknown
   */
  protected abstract void end(
      long startNanos,
      int statements,
      @Nullable String route,
      @Nullable String method,
      @Nullable String path,
      int status,
      long requestBytes,
      long responseBytes);

  /**
   * An exception has left what serves a request.
   *
   * @return what to {@link #count} if the request fails; keeps nothing of the application
   */
  protected abstract Object thrown(Throwable thrown);

  /** What {@link #thrown} returned has made a request fail. */
  protected abstract void count(Object thrown);

  /** Whether the sizes of request bodies are measured. */
  protected abstract boolean measuresBodies();

  /** The header that carries API keys; null if nobody wants to know of them. */
  protected @Nullable String keyHeader() {
    return null;
  }

  /**
   * A request was refused, with 401 or 403.
   *
   * @param path the request's path, undecoded, without query; may be null
   * @param carriesKey whether it had the header that {@link #keyHeader} tells
   */
  protected void refused(int status, @Nullable String path, boolean carriesKey) {}

  /**
   * Ends {@code request} if it is parked and nobody has ended it yet: for implementations that
   * learn of the end themselves.
   *
   * @param method as the client sent it; may be null
   * @param path the request's path, undecoded, without query; may be null
   * @param status the status that the client received; 0 if unknown
   */
  protected final void endParked(
      Object request, @Nullable String method, @Nullable String path, int status) {
    Parked known = take(request);
    if (known != null) {
      end(
          known.startNanos,
          known.statements,
          known.route,
          method,
          path,
          status,
          UNKNOWN_SIZE,
          UNKNOWN_SIZE);
    }
  }

  /**
   * A server accepts requests from now on.
   *
   * @param server the object that can be asked how busy the server is; null if there is none
   */
  protected abstract void serving(@Nullable Object server);

  @Override
  public final void end(
      long startNanos,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    throw new UnsupportedOperationException("requests end through Requests");
  }

  /** What is known about a request between two threads, or while its object carries it. */
  public static final class Parked {
    /** 0 while the object that carries this waits for its next request. */
    long startNanos;

    int statements;

    @Nullable String route;

    /** What was sent to the client; 0 if nothing was yet, or nobody says. */
    int status;

    @Nullable String path;

    /** Of the request's body; negative if unknown. */
    long requestBytes = UNKNOWN_SIZE;

    /** Keeps what {@link Calls} held. */
    public Parked(long startNanos, int statements, @Nullable String route) {
      this.startNanos = startNanos;
      this.statements = statements;
      this.route = route;
    }
  }
}
