// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Jedis. {@link io.sidelight.instrumentation.jedis.JedisInstrumentation} lives in the <b>agent</b>
 * loader; advice is a template, inlined into Jedis.
 *
 * <p>Two places measure, and the outer one wins:
 *
 * <ul>
 *   <li>On the connection, a command begins where it is written and ends where its reply is read:
 *       plain {@code Jedis}, pools of it, pipelines, transactions, subscriptions. A connection that
 *       cannot be opened carries no command, so none is counted.
 *   <li>Around the executors of {@code UnifiedJedis} (since 4.0; {@code JedisPooled}, {@code
 *       JedisCluster}, {@code RedisClient}, …), which borrow a connection, follow redirects and
 *       retry: a command is what the application asked for, errors to connect included.
 * </ul>
 *
 * <p>In Jedis 2 and 3 the cluster client repeats a command without telling which it is: there each
 * attempt counts on its connection, except those that Redis answered with a redirect.
 */
package io.sidelight.instrumentation.jedis;
