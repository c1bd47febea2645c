// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sidelight.spi.MetricSpec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmMetricsTest {

  private final RecordedNotices notices = new RecordedNotices();
  private final MetricStore store = new MetricStore(new FixedSettings(), notices);

  @TempDir Path folder;

  @Test
  void everyDeclaredMetricHasAValueOnThisJvm() {
    System.gc();
    Exposition exposition = new Exposition(store);
    for (MetricSpec spec : JvmSpecs.all()) {
      if (spec != JvmSpecs.POOL_ALLOCATED && spec != JvmSpecs.SYSTEM_CPU_USAGE) {
        assertThat(Scrapes.write(exposition, Exposition.Format.TEXT, spec.name()))
            .as(spec.name())
            .contains("# TYPE " + spec.name() + " ");
      }
    }
    assertThat(notices.problems).isEmpty();
    assertThat(notices.errors).isEmpty();
  }

  @Test
  void propertiesOfTheClientLibraryInTheApplicationChangeNothing() throws Exception {
    Files.writeString(folder.resolve("prometheus.properties"), "io.prometheus.no_such=1\n");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    System.setProperty("io.prometheus.no_such_key", "1");
    System.setProperty("io.prometheus.exporter.filter.metric_name_must_not_be_equal_to", "a_total");
    System.setProperty("io.prometheus.exporter.include_created_timestamps", "true");
    try (URLClassLoader poisoned = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(poisoned);
      store.counter(MetricSpec.counter("a_total", "A")).series().add(1);

      assertThat(Scrapes.text(store, "a_total"))
          .isEqualTo(
              """
              # HELP a_total A
              # TYPE a_total counter
              a_total 1.0
              """);
    } finally {
      thread.setContextClassLoader(before);
      System.clearProperty("io.prometheus.no_such_key");
      System.clearProperty("io.prometheus.exporter.filter.metric_name_must_not_be_equal_to");
      System.clearProperty("io.prometheus.exporter.include_created_timestamps");
    }
  }

  @Test
  void promtoolHasNothingToSay() throws Exception {
    assumeTrue(hasPromtool(), "promtool is not installed");
    new AgentMetrics(store, "1.0", "abc");
    store.counter(AgentMetrics.LABEL_OVERFLOW).series("a", "b").add(1);
    store.error("jdbc", new IllegalStateException());
    Path text = folder.resolve("metrics.txt");
    Files.writeString(text, Scrapes.text(store));

    Process promtool =
        new ProcessBuilder("promtool", "check", "metrics")
            .redirectInput(text.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isEmpty();
  }

  private static boolean hasPromtool() throws InterruptedException {
    try {
      return new ProcessBuilder("promtool", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
