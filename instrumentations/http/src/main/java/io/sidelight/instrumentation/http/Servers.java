// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.ObjectReader;
import io.sidelight.spi.WatchedObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The servers of this JVM, asked at each scrape how busy they are. */
final class Servers {

  private final List<ServerLibrary> libraries;
  private final WatchedObjects<Server> servers;

  Servers(Meters meters, List<ServerLibrary> libraries) {
    this.libraries = libraries;
    servers = new WatchedObjects<>("http", HttpMetrics.MOST_CONNECTORS, meters);
    for (Map.Entry<ServerValue, MetricSpec> gauge : HttpMetrics.CONNECTORS.entrySet()) {
      meters.read(gauge.getValue(), servers.values(new Told(gauge.getKey())));
    }
  }

  void open(Object server) {
    List<ServerReader> readers = new ArrayList<>();
    for (ServerLibrary library : libraries) {
      readers.add(library.reader());
    }
    ServerReader reader = ObjectReader.nearest(readers, server);
    Server ignored =
        servers.open(
            server,
            reader,
            new Supplier<Server>() {
              @Override
              public Server get() {
                return new Server(reader);
              }
            });
  }

  private static final class Server implements WatchedObjects.Watched {
    final ServerReader reader;

    Server(ServerReader reader) {
      this.reader = reader;
    }

    @Override
    public void named(String name) {
      // Has no series of its own.
    }
  }

  private static final class Told implements WatchedObjects.Fact<Server> {
    private final ServerValue value;

    Told(ServerValue value) {
      this.value = value;
    }

    /** Containers say with negative numbers that there is no limit, or nothing to count. */
    @Override
    public double of(Server server, Object source) throws ReflectiveOperationException {
      double found = server.reader.value(value, source);
      return found < 0 ? Double.NaN : found;
    }
  }
}
