// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import io.sidelight.spi.WeavePoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsReferenceTest {

  @Test
  void aMetricIsARowWithItsBoundsAndBuckets() {
    assertThat(MetricsReference.markdown(List.of(new Example())))
        .contains(
            """

            ## `instrument.redis`

            | metric | type | labels | meaning |
            | --- | --- | --- | --- |
            | `redis_command_duration_seconds` | histogram | `command`: upper case; at most 100\
             (`redis.max`) | Time. Buckets (`metrics.buckets.redis`): 0.0001 0.5 1 s. |
            | `redis_commands_total` | counter | `status`: a \\| b | Count |

            Measured in: Jedis 3.0 and later.
            """)
        .contains("| `jvm_gc_collection_seconds` | summary | `gc`: the collector's name |")
        .contains("| `sidelight_build_info` | info | `version`: the release<br>`revision`:");
  }

  private static final class Example implements Instrumentation, Domain {
    @Override
    public String id() {
      return "redis";
    }

    @Override
    public String supports() {
      return "Jedis 3.0 and later";
    }

    @Override
    public Domain domain() {
      return this;
    }

    @Override
    public List<WeavePoint> weavePoints() {
      return List.of();
    }

    @Override
    public List<MetricSpec> metrics() {
      return List.of(
          MetricSpec.counter("redis_commands_total", "Count")
              .label(Label.closed("status", "a | b")),
          MetricSpec.histogram("redis_command_duration_seconds", "Time.")
              .label(Label.capped("command", "upper case", 100, "redis.max"))
              .buckets("metrics.buckets.redis", 0.0001, 0.5, 1));
    }

    @Override
    public CallProbe probe(Meters meters, Settings settings) {
      throw new UnsupportedOperationException();
    }
  }
}
