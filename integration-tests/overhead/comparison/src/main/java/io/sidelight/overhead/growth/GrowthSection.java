// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.growth;

import io.sidelight.overhead.Plan;
import io.sidelight.overhead.Section;
import io.sidelight.overhead.result.Results;

/**
 * How cost grows with what the agent meets. Measurements:
 *
 * <ul>
 *   <li>{@code growth.scrape.plain.N.milliseconds}, {@code growth.scrape.plain.N.bytes}, for N of
 *       100, 1000, 10000, 20000: a scrape, warm, over a kept connection of the loopback interface,
 *       of N counters besides those of the JVM, and the length of its text; {@code sidelight} only
 *   <li>{@code growth.scrape.histogram.N.milliseconds}, {@code growth.scrape.histogram.N.bytes}:
 *       the same with histograms of about N time series together
 *   <li>{@code ….gzip.milliseconds}, {@code ….gzip.bytes} with each of these: compressed, as
 *       Prometheus asks for it
 *   <li>{@code growth.memory.plain.bytes}, {@code growth.memory.histogram.bytes}: what a counter
 *       holds of the heap, and what a histogram does, each with an endpoint of its own; {@code
 *       growth.memory.contended-histogram.bytes}: after two threads recorded to it at a time, to
 *       four of its buckets: what waits is given memory of its own by the JDK's {@code LongAdder}
 *   <li>{@code growth.histogram.lines}: how many time series one histogram is
 *   <li>{@code growth.classes.N.wall.seconds}, {@code growth.classes.N.cpu.seconds}, for N of 5000
 *       and 20000: a whole process that loads, links and initialises so many classes of its class
 *       path, with each {@code Variant}
 *   <li>{@code growth.classes.per-thousand.wall.milliseconds}, {@code
 *       growth.classes.per-thousand.cpu.milliseconds}: what a thousand classes more cost, from the
 *       two processes of a round
 *   <li>{@code growth.classes.mean.bytes}: how large their class files are
 * </ul>
 *
 * <p>A first look has fewer series, and 500 and 2000 classes.
 */
public final class GrowthSection implements Section {

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public void measure(Plan plan, Results results) {
    SeriesGrowth series = new SeriesGrowth(plan, results);
    ClassGrowth classes = new ClassGrowth(plan, results);
    for (int round = 1; round <= plan.rounds(); round++) {
      series.measure(round);
      classes.measure(round);
    }
  }
}
