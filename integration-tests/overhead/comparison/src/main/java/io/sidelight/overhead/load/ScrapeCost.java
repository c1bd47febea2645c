// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.load;

import io.sidelight.testkit.Scrape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * What it takes to scrape an agent.
 *
 * @param medianMillis from before the request until the answer was read, on a connection that is
 *     kept
 * @param bytes of an answer, not compressed
 * @param last the last answer
 */
public record ScrapeCost(double medianMillis, int bytes, Scrape last) {

  /** Twenty-five minutes of an ordinary Prometheus: the code is compiled by then. */
  public static final int WARM_UP = 100;

  public static final int MEASURED = 21;

  /** Scrapes the agent of an application that is not loaded now. */
  public static ScrapeCost measure(AppRun app) {
    try (Connection connection = Connection.open(app.scrapePort(), "/metrics")) {
      double millis = medianMillis(connection, WARM_UP, MEASURED);
      return new ScrapeCost(millis, connection.bodyLength(), Scrape.parse(connection.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The median time of {@code measured} exchanges, after {@code warmUp} others. */
  public static double medianMillis(Connection connection, int warmUp, int measured)
      throws IOException {
    double[] millis = new double[measured];
    for (int i = -warmUp; i < measured; i++) {
      long began = System.nanoTime();
      connection.exchange();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis[measured / 2];
  }
}
