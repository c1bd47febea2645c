// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.redis.RedisDomain;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Weaves where commands are handed to a connection, and where they complete. */
public final class LettuceInstrumentation implements Instrumentation {

  private static final String LETTUCE = "io.lettuce.core.";
  private static final TypeMatch CONNECTION = TypeMatch.named(LETTUCE + "RedisChannelHandler");
  private static final TypeMatch COMMAND = TypeMatch.named(LETTUCE + "protocol.Command");

  private static final String OUTPUT = LETTUCE + "output.CommandOutput";
  private static final TypeMatch STATE_MACHINE =
      TypeMatch.named(LETTUCE + "protocol.RedisStateMachine");

  private static final TypeMatch WATCHDOG =
      TypeMatch.named(LETTUCE + "protocol.ConnectionWatchdog");

  private final Domain domain = new RedisDomain();

  @Override
  public String id() {
    return "lettuce";
  }

  @Override
  public String supports() {
    return "Lettuce 5.0 and later";
  }

  @Override
  public Domain domain() {
    return domain;
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(CONNECTION),
        WeavePoint.carrier(COMMAND),
        WeavePoint.carrier(TypeMatch.named(OUTPUT)),
        WeavePoint.in(CONNECTION)
            .at(MethodMatch.named("dispatch").taking(LETTUCE + "protocol.RedisCommand"))
            .with(advice("DispatchAdvice")),
        WeavePoint.in(CONNECTION)
            .at(MethodMatch.named("dispatch").taking("java.util.Collection"))
            .with(advice("DispatchAllAdvice")),
        WeavePoint.in(CONNECTION)
            .at(MethodMatch.named("setAutoFlushCommands").taking("boolean"))
            .with(advice("HoldBackAdvice")),
        WeavePoint.in(COMMAND)
            .at(MethodMatch.named("encode").taking("io.netty.buffer.ByteBuf"))
            .with(advice("EncodeAdvice")),
        WeavePoint.in(COMMAND)
            .at(MethodMatch.named("complete").taking())
            .with(advice("CompleteAdvice")),
        WeavePoint.in(COMMAND)
            .at(MethodMatch.named("completeExceptionally").taking("java.lang.Throwable"))
            .with(advice("FailAdvice")),
        WeavePoint.in(COMMAND).at(MethodMatch.named("cancel")).with(advice("CancelAdvice")),
        // Waits, and cancels in vain; the command is not told why. The second since 6.0.
        WeavePoint.in(TypeMatch.named(LETTUCE + "LettuceFutures", LETTUCE + "internal.Futures"))
            .at(MethodMatch.named("awaitOrCancel"))
            .with("io.sidelight.instrumentation.redis.MarkAdvice"),
        WeavePoint.in(WATCHDOG)
            .at(MethodMatch.named("channelActive"))
            .with(advice("ChannelActiveAdvice")),
        WeavePoint.in(WATCHDOG)
            .at(MethodMatch.named("scheduleReconnect").taking())
            .with(advice("ScheduleReconnectAdvice")),
        WeavePoint.in(STATE_MACHINE)
            .at(MethodMatch.named("safeSet").takingFirst(OUTPUT, "java.nio.ByteBuffer"))
            .with(advice("ValueAdvice")),
        WeavePoint.in(STATE_MACHINE)
            .at(MethodMatch.named("safeSet").takingFirst(OUTPUT, "long"))
            .with(advice("NumberAdvice")),
        WeavePoint.in(TypeMatch.named(LETTUCE + "protocol.AsyncCommand"))
            .at(MethodMatch.named("completeResult").taking())
            .with(advice("CompleteResultAdvice")));
  }

  private static String advice(String name) {
    return "io.sidelight.instrumentation.lettuce." + name;
  }
}
