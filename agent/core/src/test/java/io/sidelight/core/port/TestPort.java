// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import static org.awaitility.Awaitility.await;

import io.sidelight.core.health.Health;
import io.sidelight.core.health.HealthReport;
import io.sidelight.core.log.Log;
import io.sidelight.core.metrics.Exposition;
import io.sidelight.core.metrics.FixedSettings;
import io.sidelight.core.metrics.MetricStore;
import io.sidelight.core.metrics.RecordedNotices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Side ports on the loopback address, over one store, stopped after the test. */
final class TestPort implements AfterEachCallback {

  final Health health = new Health();
  final MetricStore store = new MetricStore(new FixedSettings(), new RecordedNotices());
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final List<SidePort> started = new ArrayList<>();

  /** The port of a new one. */
  int start() {
    return start(Limits.standard());
  }

  int start(Limits limits) {
    SidePort side = start(limits, "port", "0");
    await().until(() -> side.port() != 0);
    return side.port();
  }

  /** Does not wait until it listens. */
  SidePort start(Limits limits, String... settings) {
    List<String> all = new ArrayList<>(List.of("bind", "127.0.0.1"));
    all.addAll(List.of(settings));
    FixedSettings fixed = new FixedSettings(all.toArray(String[]::new));
    HealthReport report = new HealthReport(health, List::of, () -> false, fixed, "1.0", () -> 0);
    Log log = new Log(logged);
    Site pages = new Pages(new MetricsPage(new Exposition(store), log), report);
    SidePort side = new SidePort(fixed, log, pages, limits, 100);
    started.add(side);
    side.start();
    return side;
  }

  String logged() {
    return logged.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    for (SidePort each : started) {
      each.stop();
    }
  }
}
