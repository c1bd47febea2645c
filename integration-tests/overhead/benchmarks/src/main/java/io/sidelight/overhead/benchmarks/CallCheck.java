// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Fails a benchmark whose calls the agent does not measure: around each iteration it compares how
 * many operations JMH ran with how many calls the agent's scrape has more.
 */
public final class CallCheck implements InternalProfiler {

  /** Not zero: Sidelight failed in something. */
  private static final List<String> FAULTS =
      List.of(
          "sidelight_advice_errors_total",
          "sidelight_transform_errors_total",
          "sidelight_metric_conflicts_total",
          "sidelight_log_messages_total{level=\"error\"",
          "sidelight_log_messages_total{level=\"warn\"");

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI metrics;
  private final double callsPerOperation;
  private final String metric;
  private final String labels;

  private double before;

  /**
   * Created by JMH.
   *
   * @param spec with a blank between: the agent's port; the calls that one operation makes; the
   *     name of the metric that counts them; a text in the labels of the series that do
   */
  public CallCheck(String spec) {
    String[] parts = spec.split(" ", 4);
    metrics = URI.create("http://127.0.0.1:" + parts[0] + "/metrics");
    callsPerOperation = Double.parseDouble(parts[1]);
    metric = parts[2];
    labels = parts[3];
  }

  @Override
  public String getDescription() {
    return "Whether the agent measures the calls";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = sum(scrape(), metric, labels);
  }

  @Override
  @SuppressWarnings("rawtypes") // as JMH has it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<String> lines = scrape();
    double counted = sum(lines, metric, labels) - before;
    double made = callsPerOperation * result.getMetadata().getAllOps();
    if (counted != made) {
      throw new IllegalStateException(
          "made " + made + " calls, but " + metric + " counts " + counted);
    }
    for (String fault : FAULTS) {
      if (sum(lines, fault, "") != 0) {
        throw new IllegalStateException(fault + " is not 0");
      }
    }
    return List.of();
  }

  private List<String> scrape() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (InputStream body = metrics.toURL().openStream()) {
        return new String(body.readAllBytes(), UTF_8).lines().toList();
      } catch (ConnectException e) {
        // An agent may open its port a moment after the application has begun.
        if (System.nanoTime() > deadline) {
          throw new UncheckedIOException(e);
        }
        Thread.onSpinWait();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static double sum(List<String> lines, String prefix, String part) {
    return lines.stream()
        .filter(line -> line.startsWith(prefix) && line.contains(part))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
