// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jedis;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.redis.RedisDomain;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Weaves where Jedis writes commands and reads replies, and the executors around that. */
public final class JedisInstrumentation implements Instrumentation {

  private static final String JEDIS = "redis.clients.jedis.";
  private static final String STREAM_2 = "redis.clients.util.RedisOutputStream"; // until 2.x
  private static final String STREAM = JEDIS + "util.RedisOutputStream"; // since 3.0
  private static final String ARGUMENTS = JEDIS + "CommandArguments"; // since 4.0
  private static final String COMMAND = JEDIS + "CommandObject"; // since 4.0

  private static final TypeMatch PROTOCOL = TypeMatch.named(JEDIS + "Protocol");
  private static final TypeMatch CONNECTION = TypeMatch.named(JEDIS + "Connection");
  private static final TypeMatch CLUSTER_EXECUTOR =
      TypeMatch.named(JEDIS + "executors.ClusterCommandExecutor");

  private final Domain domain = new RedisDomain();

  @Override
  public String id() {
    return "jedis";
  }

  @Override
  public String supports() {
    return "Jedis 2.9 and later";
  }

  @Override
  public Domain domain() {
    return domain;
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        // One stream for each socket, so that what is pending ends with it.
        WeavePoint.carrier(TypeMatch.named(STREAM, STREAM_2)),
        WeavePoint.in(PROTOCOL)
            .at(MethodMatch.named("sendCommand").taking(STREAM_2, "byte[]", "byte[][]"))
            .with(advice("SendCommandAdvice")),
        WeavePoint.in(PROTOCOL)
            .at(MethodMatch.named("sendCommand").taking(STREAM, "byte[]", "byte[][]")) // until 3.x
            .with(advice("SendCommandAdvice")),
        WeavePoint.in(PROTOCOL)
            .at(MethodMatch.named("sendCommand").taking(STREAM, ARGUMENTS)) // since 4.0
            .with(advice("SendArgumentsAdvice")),
        WeavePoint.in(CONNECTION)
            .at(MethodMatch.named("readProtocolWithCheckingBroken").taking())
            .with(advice("ReadReplyAdvice")),
        WeavePoint.in(CONNECTION)
            .at(MethodMatch.named("disconnect").taking())
            .with(advice("DisconnectAdvice")),
        WeavePoint.in(CONNECTION)
            .at(MethodMatch.named("connect").taking())
            .with(advice("ConnectAdvice")),
        WeavePoint.in(TypeMatch.named(JEDIS + "UnifiedJedis"))
            .at(MethodMatch.named("executeCommand", "broadcastCommand").takingFirst(COMMAND))
            .with(advice("ExecuteAdvice")),
        // The cluster clients also call it directly.
        WeavePoint.in(CLUSTER_EXECUTOR)
            .at(
                MethodMatch.named("executeCommand", "broadcastCommand", "executeCommandToReplica")
                    .takingFirst(COMMAND))
            .with(advice("ExecuteAdvice")),
        WeavePoint.in(CLUSTER_EXECUTOR) // since 7.2
            .at(MethodMatch.named("executeMultiShardCommand").taking("java.util.List"))
            .with(advice("ExecuteOnShardsAdvice")),
        WeavePoint.in(TypeMatch.named(JEDIS + "JedisClusterCommand")) // until 3.x
            .at(MethodMatch.named("run", "runBinary"))
            .with("io.sidelight.instrumentation.redis.MarkAdvice"));
  }

  private static String advice(String name) {
    return "io.sidelight.instrumentation.jedis." + name;
  }
}
