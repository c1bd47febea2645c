// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import io.sidelight.core.log.Log;
import io.sidelight.core.metrics.Exposition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /metrics}. Equal requests that wait for a rendering share it. One that has begun is not
 * shared any more, so that an answer is never older than its request.
 */
final class MetricsPage {

  private static final int MAX_NAMES = 100;

  private final Exposition exposition;
  private final Log log;
  private final Executor workers = Workers.create();
  private final Map<Wanted, List<Site.Reply>> waiting = new HashMap<>();

  MetricsPage(Exposition exposition, Log log) {
    this.exposition = exposition;
    this.log = log;
  }

  @Nullable Response answer(Request request, Site.Reply reply) {
    Wanted wanted = Wanted.by(request);
    if (wanted.names.size() > MAX_NAMES) {
      return Response.error(400, "at most " + MAX_NAMES + " times name[]");
    }
    synchronized (waiting) {
      List<Site.Reply> others = waiting.get(wanted);
      if (others != null) {
        others.add(reply);
        return null;
      }
      List<Site.Reply> replies = new ArrayList<>();
      replies.add(reply);
      waiting.put(wanted, replies);
    }
    try {
      workers.execute(() -> render(wanted));
    } catch (RejectedExecutionException e) {
      send(take(wanted), Response.error(503, "too many scrapes at a time"));
    }
    return null;
  }

  private void render(Wanted wanted) {
    List<Site.Reply> replies = take(wanted);
    Response response;
    try {
      response = rendered(wanted);
    } catch (IOException | RuntimeException | Error e) {
      // Also out of memory: the next scrape may find some.
      log.limited("port", "scrape", "a scrape failed", e);
      response = Response.error(500, "the metrics could not be written");
    }
    send(replies, response);
  }

  private static void send(List<Site.Reply> replies, Response response) {
    for (Site.Reply reply : replies) {
      reply.send(response);
    }
  }

  private List<Site.Reply> take(Wanted wanted) {
    synchronized (waiting) {
      return Objects.requireNonNull(waiting.remove(wanted));
    }
  }

  private Response rendered(Wanted wanted) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    String headers = "Vary: Accept, Accept-Encoding\r\n";
    if (wanted.gzip) {
      headers += "Content-Encoding: gzip\r\n";
      try (OutputStream zipped = new GZIPOutputStream(bytes)) {
        exposition.write(zipped, wanted.format, wanted.names);
      }
    } else {
      exposition.write(bytes, wanted.format, wanted.names);
    }
    return Response.of(200, wanted.format.contentType(), bytes.toByteArray(), headers);
  }

  /** What a client wants. */
  private static final class Wanted {
    final Exposition.Format format;
    final boolean gzip;
    final List<String> names;

    private Wanted(Exposition.Format format, boolean gzip, List<String> names) {
      this.format = format;
      this.gzip = gzip;
      this.names = names;
    }

    static Wanted by(Request request) {
      String accept = request.header("accept");
      boolean openMetrics = accept != null && accept.contains("application/openmetrics-text");
      return new Wanted(
          openMetrics ? Exposition.Format.OPEN_METRICS : Exposition.Format.TEXT,
          acceptsGzip(request.header("accept-encoding")),
          request.parameters("name[]"));
    }

    private static boolean acceptsGzip(@Nullable String header) {
      if (header == null) {
        return false;
      }
      for (String coding : header.toLowerCase(Locale.ROOT).split(",", -1)) {
        String plain = coding.replace(" ", "");
        if (plain.equals("gzip")
            || (plain.startsWith("gzip;q=") && !plain.matches("gzip;q=0(\\.0*)?"))) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Wanted
          && format == ((Wanted) other).format
          && gzip == ((Wanted) other).gzip
          && names.equals(((Wanted) other).names);
    }

    @Override
    public int hashCode() {
      return Objects.hash(format, gzip, names);
    }
  }
}
