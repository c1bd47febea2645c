// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redisson;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.redis.RedisDomain;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Weaves the object that Redisson has for each command. */
public final class RedissonInstrumentation implements Instrumentation {

  private static final TypeMatch COMMAND =
      TypeMatch.named("org.redisson.client.protocol.CommandData");

  private final Domain domain = new RedisDomain();

  @Override
  public String id() {
    return "redisson";
  }

  @Override
  public String supports() {
    return "Redisson 3.16 and later";
  }

  @Override
  public Domain domain() {
    return domain;
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(COMMAND),
        WeavePoint.in(COMMAND)
            .at(MethodMatch.named("getParams").taking())
            .with("io.sidelight.instrumentation.redisson.ParamsAdvice"));
  }
}
