// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The dispatcher for HTTP requests, whose life may span threads. Woven containers call {@link
 * #enter} and {@link #exit} around every stretch in which a thread works for a request, and {@link
 * #end} once, where the container knows that the request is over.
 *
 * <p>Where the container's object for a request is a {@link Carrier}, what is known about the
 * request stays on that object from the first {@link #enter} to {@link #end}. Another thread may
 * then take the request up before this one reaches {@link #exit}, as it does in containers that
 * hand over deep inside a stretch; and nothing is allocated where a container uses its objects
 * again. An object that cannot carry is parked at {@link #exit} instead.
 *
 * <p>No method throws, blocks or takes a lock. Safe for many threads.
 */
public final class Requests {

  private Requests() {}

  /**
   * This thread starts to work for {@code request}, new or parked.
   *
   * @return the token for {@link #exit}; null if this thread already works for a request
   */
  public static @Nullable Calls enter(int domain, Object request) {
    Calls calls = Calls.current();
    if (calls.started[domain] != 0) {
      return null;
    }
    RequestProbe probe = (RequestProbe) Probes.probe(domain);
    try {
      RequestProbe.Parked known = carried(request);
      if (known == null || known.startNanos == 0) {
        known = begin(probe, request, known);
      }
      long start = known == null ? System.nanoTime() | 1 : known.startNanos;
      calls.request = request;
      calls.thrown = null;
      calls.thrownLate = false;
      calls.route = known == null ? null : known.route;
      calls.requestStart = start;
      // Of a request that was parked; what an object carries stays there.
      calls.statements = known == null || request instanceof Carrier ? 0 : known.statements;
      calls.started[domain] = start;
    } catch (Throwable e) {
      Probes.failed(probe, e);
      return null;
    }
    return calls;
  }

  private static RequestProbe.@Nullable Parked begin(
      RequestProbe probe, Object request, RequestProbe.@Nullable Parked idle) {
    RequestProbe.Parked parked = probe.begin(request);
    if (!(request instanceof Carrier)) {
      return parked;
    }
    RequestProbe.Parked state = idle;
    if (state == null) {
      state = new RequestProbe.Parked(0, 0, null);
      ((Carrier) request).sidelight$state(state);
    }
    state.startNanos = System.nanoTime() | 1;
    return state;
  }

  private static RequestProbe.@Nullable Parked carried(@Nullable Object request) {
    return (RequestProbe.Parked) Probes.state(request);
  }

  /**
   * This thread is done with {@code request}, which goes on elsewhere. Woven code calls this only
   * if the request has not ended meanwhile, after clearing {@link Calls#started}.
   *
   * @param startNanos what {@link Calls#started} held
   */
  public static void exit(int domain, Calls calls, Object request, long startNanos) {
    RequestProbe probe = (RequestProbe) Probes.probe(domain);
    String route = calls.route;
    calls.request = null;
    calls.route = null;
    if (request instanceof Carrier) {
      return; // which knows, and may carry the container's next request by now
    }
    try {
      probe.park(request, startNanos, calls.statements, route);
    } catch (Throwable e) {
      Probes.failed(probe, e);
    }
  }

  /**
   * {@code request} is over, on any thread. Only the first call for a request counts.
   *
   * @param method as the client sent it; may be null
   * @param path the request's path, undecoded, without query; may be null
   * @param status the status that the client received; 0 if unknown
   * @param bytes the size of the response's body as it was sent, with what compression made of it;
   *     negative if unknown
   */
  public static void end(
      int domain,
      Object request,
      @Nullable String method,
      @Nullable String path,
      int status,
      long bytes) {
    RequestProbe probe = (RequestProbe) Probes.probe(domain);
    try {
      long startNanos = 0;
      int statements = 0;
      String route = null;
      Calls calls = Calls.current();
      if (calls.started[domain] != 0 && calls.request == request) {
        startNanos = calls.started[domain];
        statements = calls.statements;
        route = calls.route;
        calls.started[domain] = 0;
        calls.request = null;
        calls.route = null;
      }
      if (calls.started[domain] == 0) {
        countThrown(probe, calls, status);
      }
      RequestProbe.Parked known = carried(request);
      if (known == null && startNanos == 0) {
        known = probe.take(request);
      }
      if (known == null) {
        long unknown = RequestProbe.UNKNOWN_SIZE;
        probe.end(startNanos, statements, route, method, path, status, unknown, bytes);
      } else {
        end(probe, known, method, path, status, bytes);
      }
    } catch (Throwable e) {
      Probes.failed(probe, e);
    }
  }

  /** What is known is empty before it is recorded: the container may use the object again. */
  private static void end(
      RequestProbe probe,
      RequestProbe.Parked known,
      @Nullable String method,
      @Nullable String path,
      int status,
      long bytes) {
    long startNanos = known.startNanos;
    int statements = known.statements;
    String route = known.route;
    String first = known.path == null ? path : known.path;
    int sent = known.status == 0 ? status : known.status;
    long requestBytes = known.requestBytes;
    known.startNanos = 0;
    known.statements = 0;
    known.route = null;
    known.path = null;
    known.status = 0;
    known.requestBytes = RequestProbe.UNKNOWN_SIZE;
    probe.end(startNanos, statements, route, method, first, sent, requestBytes, bytes);
  }

  /**
   * Notes the path of the request that this thread serves, where the container's object is a {@link
   * Carrier} and does not keep the path that the client sent. The first one wins.
   */
  public static void path(int domain, @Nullable String path) {
    Calls calls = Calls.current();
    RequestProbe.Parked known = carried(calls.request);
    if (known != null && known.startNanos == calls.started[domain] && known.path == null) {
      known.path = path;
    }
  }

  /**
   * Notes the route of the request that this thread serves. The first one wins: a later one is that
   * of a forward or an error page.
   *
   * @param route a framework's template or a specific servlet mapping; null or empty does nothing
   */
  public static void route(int domain, @Nullable String route) {
    Calls calls = Calls.current();
    if (route == null || route.isEmpty() || calls.started[domain] == 0 || calls.route != null) {
      return;
    }
    calls.route = route;
    RequestProbe.Parked known = carried(calls.request);
    if (known != null && known.startNanos == calls.started[domain] && known.route == null) {
      known.route = route;
    }
  }

  /**
   * Notes the status that is sent to the client, where the container's object for the request is a
   * {@link Carrier} and may get another one when the rest of the response fails. The first one
   * wins.
   *
   * @param request the container's object; null does nothing
   */
  public static void sent(@Nullable Object request, int status) {
    RequestProbe.Parked known = carried(request);
    if (known != null && known.startNanos != 0 && known.status == 0) {
      known.status = status;
    }
  }

  /** Whether woven containers shall call {@link #received}: what that takes is not free. */
  public static boolean measuresBodies(int domain) {
    return ((RequestProbe) Probes.probe(domain)).measuresBodies();
  }

  /**
   * Notes the size of a request's body, where the container's object is a {@link Carrier}, between
   * {@link #enter} and {@link #end}. Apart from both, so that a header that is no number costs
   * nothing but this.
   *
   * @param bytes as the client announced it; negative if it did not
   */
  public static void received(Object request, long bytes) {
    RequestProbe.Parked known = carried(request);
    if (known != null && known.startNanos != 0) {
      known.requestBytes = bytes;
    }
  }

  /**
   * The header that woven containers shall look for in a request that ends with {@code status}, and
   * tell {@link #refused} of.
   *
   * @return null if there is nothing to look for, which is so of nearly all requests
   */
  public static @Nullable String keyHeader(int domain, int status) {
    return status == 401 || status == 403
        ? ((RequestProbe) Probes.probe(domain)).keyHeader()
        : null;
  }

  /**
   * A request was refused; once for each.
   *
   * @param path the request's path, undecoded, without query; may be null
   * @param carriesKey whether it had the header that {@link #keyHeader} tells
   */
  public static void refused(int domain, int status, @Nullable String path, boolean carriesKey) {
    RequestProbe probe = (RequestProbe) Probes.probe(domain);
    try {
      probe.refused(status, path, carriesKey);
    } catch (Throwable e) {
      Probes.failed(probe, e);
    }
  }

  /**
   * Counts a database statement for the request that this thread serves, if it serves one. Threads
   * of the application's own are not followed.
   */
  public static void statement() {
    Calls calls = Calls.current();
    if (calls.request == null) {
      return;
    }
    RequestProbe.Parked known = carried(calls.request);
    if (known == null) {
      calls.statements++;
    } else if (known.startNanos == calls.requestStart) {
      known.statements++;
    }
  }

  /**
   * An exception has left a servlet or filter of the request that this thread serves. The last one
   * counts when the request ends, for the others were passed on in it; unless a filter has made an
   * ordinary response of it.
   *
   * @param committed whether the response has begun, so that nothing can be made of it
   */
  public static void thrown(int domain, Throwable thrown, boolean committed) {
    Calls calls = Calls.current();
    if (calls.started[domain] != 0) {
      RequestProbe probe = (RequestProbe) Probes.probe(domain);
      try {
        calls.thrown = probe.thrown(thrown);
        calls.thrownLate |= committed;
      } catch (Throwable e) {
        Probes.failed(probe, e);
      }
    }
  }

  /** The request that this thread serves, or has just left, has ended with that status. */
  private static void countThrown(RequestProbe probe, Calls calls, int status) {
    Object thrown = calls.thrown;
    if (thrown != null) {
      calls.thrown = null;
      if (status == 0 || status >= 500 || calls.thrownLate) {
        probe.count(thrown);
      }
    }
  }

  /**
   * A server of this domain accepts requests from now on, so the application has started.
   *
   * @param server the object that can be asked how busy the server is; null if there is none
   */
  public static void serving(int domain, @Nullable Object server) {
    RequestProbe probe = (RequestProbe) Probes.probe(domain);
    try {
      probe.serving(server);
    } catch (Throwable e) {
      Probes.failed(probe, e);
    }
  }

  /** Returns whether this thread serves a request that is already measured. */
  public static boolean active(int domain) {
    return Calls.current().started[domain] != 0;
  }
}
