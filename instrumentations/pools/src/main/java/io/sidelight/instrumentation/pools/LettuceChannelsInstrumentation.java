// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * Clients of Lettuce, which need no pool: threads share a connection. How many are open, the group
 * of Netty channels tells; those in a pool are among them.
 */
public final class LettuceChannelsInstrumentation extends PoolLibrary {

  private static final TypeMatch CLIENT = TypeMatch.named("io.lettuce.core.AbstractRedisClient");

  @Override
  public String id() {
    return "lettuce-channels";
  }

  @Override
  public String supports() {
    return "open connections of Lettuce 5.0 and later";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(CLIENT),
        WeavePoint.in(CLIENT)
            .at(MethodMatch.named("connectionBuilder"))
            .with(ADVICE + "OpenChannelsAdvice"),
        close(
            CLIENT,
            MethodMatch.named("shutdownAsync")
                .taking("long", "long", "java.util.concurrent.TimeUnit")));
  }

  @Override
  PoolReader reader() {
    return new PoolReader("RedisClient", "io.netty.channel.group.DefaultChannelGroup")
        .with(PoolValue.ACTIVE, "size")
        .neverLends()
        .asked(new LettuceQuestion())
        .under(PoolMetrics.REDIS);
  }
}
