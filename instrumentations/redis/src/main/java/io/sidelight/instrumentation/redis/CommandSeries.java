// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.Meters.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The series of one command. Each is created with its first sample, so that a scrape shows what has
 * happened; creating one twice is harmless. Safe for many threads.
 */
final class CommandSeries {

  private final String command;
  private final Family<Counter> commands;
  private final Family<Histogram> durations;

  private volatile @Nullable Counter success;
  private volatile @Nullable Counter error;
  private volatile @Nullable Histogram duration;

  CommandSeries(String command, Family<Counter> commands, Family<Histogram> durations) {
    this.command = command;
    this.commands = commands;
    this.durations = durations;
  }

  void count(boolean succeeded) {
    if (succeeded) {
      Counter counter = success;
      if (counter == null) {
        counter = commands.series(command, "success");
        success = counter;
      }
      counter.add(1);
    } else {
      Counter counter = error;
      if (counter == null) {
        counter = commands.series(command, "error");
        error = counter;
      }
      counter.add(1);
    }
  }

  void record(long nanos) {
    Histogram timer = duration;
    if (timer == null) {
      timer = durations.series(command);
      duration = timer;
    }
    timer.record(nanos);
  }
}
