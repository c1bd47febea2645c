// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.load;

import io.sidelight.testkit.Scrape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.ObjDoubleConsumer;

/**
 * What Sidelight says of the time that it took from a start: {@code start.classes-seen.count},
 * {@code start.classes-parsed.count}, {@code start.classes-woven.count}, {@code
 * start.premain.seconds}, and by step {@code start.matching.seconds}, {@code
 * start.first-weaving.seconds}, {@code start.weaving.seconds}.
 */
public final class Spent {

  private Spent() {}

  /** Asks the agent of {@code app}; this is its first scrape. */
  public static void ask(AppRun app, ObjDoubleConsumer<String> figures) {
    try (Connection connection = Connection.open(app.scrapePort(), "/metrics")) {
      connection.exchange();
      tell(Scrape.parse(connection.body()), figures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes it from a scrape. */
  public static void tell(Scrape scrape, ObjDoubleConsumer<String> figures) {
    for (String what : new String[] {"seen", "parsed", "woven"}) {
      figures.accept(
          "start.classes-" + what + ".count", scrape.sum("sidelight_classes_" + what + "_total"));
    }
    figures.accept("start.premain.seconds", scrape.sum("sidelight_startup_seconds"));
    for (String step : new String[] {"matching", "first-weaving", "weaving"}) {
      figures.accept(
          "start." + step + ".seconds",
          scrape.sum("sidelight_transform_seconds_total", "step", step));
    }
  }
}
