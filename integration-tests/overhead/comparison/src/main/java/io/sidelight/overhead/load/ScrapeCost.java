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

  private static final int WARM_UP = 20;
  private static final int MEASURED = 21;

  /** Scrapes the agent of an application that is not loaded now. */
  public static ScrapeCost measure(AppRun app) {
    try (Connection connection = Connection.open(app.scrapePort(), "/metrics")) {
      for (int i = 0; i < WARM_UP; i++) {
        connection.exchange();
      }
      double[] millis = new double[MEASURED];
      for (int i = 0; i < MEASURED; i++) {
        long began = System.nanoTime();
        connection.exchange();
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
      Arrays.sort(millis);
      return new ScrapeCost(
          millis[MEASURED / 2], connection.bodyLength(), Scrape.parse(connection.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
