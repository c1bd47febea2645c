// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import static java.util.Arrays.asList;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.CacheLookups;
import io.sidelight.spi.Domain;
import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.List;

/** Redis commands, by name and outcome. Shared by all Redis clients. */
public final class RedisDomain implements Domain {

  /** For an instrumentation of a client. */
  public RedisDomain() {}

  @Override
  public String id() {
    return "redis";
  }

  @Override
  public List<MetricSpec> metrics() {
    return asList(
        RedisMetrics.COMMANDS,
        RedisMetrics.DURATION,
        RedisMetrics.ERRORS,
        RedisMetrics.RECONNECTS,
        CacheLookups.HITS,
        CacheLookups.MISSES,
        ErrorCounter.ERRORS);
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    return new RedisProbe(meters, KeyPrefixes.configured(meters, settings));
  }
}
