// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The series of one command. Each is created with its first sample, so that a scrape shows what has
 * happened; creating one twice is harmless. Safe for many threads.
 */
final class CommandSeries {

  final KeyUse keys;

  /** Whether its connection may be kept waiting by it, or is not as before afterwards. */
  final boolean occupies;

  private final String command;
  private final CommandFamilies families;

  private volatile @Nullable Counter success;
  private volatile @Nullable Counter failure;
  private volatile @Nullable Histogram duration;

  CommandSeries(String command, CommandFamilies families) {
    keys = KeyUse.of(command);
    occupies = CommandNames.occupies(command);
    this.command = command;
    this.families = families;
  }

  /**
   * Counts a command.
   *
   * @param error why it failed; null if it did not
   */
  void count(@Nullable RedisError error) {
    if (error == null) {
      Counter counter = success;
      if (counter == null) {
        counter = families.commands.series(command, "success");
        success = counter;
      }
      counter.add(1);
    } else {
      Counter counter = failure;
      if (counter == null) {
        counter = families.commands.series(command, "error");
        failure = counter;
      }
      counter.add(1);
      families.errors.series(command, error.label()).add(1);
    }
  }

  void record(long nanos) {
    Histogram timer = duration;
    if (timer == null) {
      timer = families.durations.series(command);
      duration = timer;
    }
    timer.record(nanos);
  }
}
