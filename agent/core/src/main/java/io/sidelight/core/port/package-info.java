// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * The side port: {@code /metrics} and {@code /health} over HTTP. Held by the <b>agent</b> loader;
 * runs on daemon threads, after {@code premain}.
 *
 * <p>Why not {@code com.sun.net.httpserver}: it reads request heads on the executor's threads,
 * blocking and before the path is known. So slow clients take all threads of a bounded executor,
 * and there is no way to keep one for health (measured: with 200 clients that sent half a head,
 * eight threads and a deadline of 5 s each, the next answer took 124 s); its time limits are system
 * properties that would change the application's own servers. It also reads configuration and
 * provider once for the whole JVM, so that the agent would decide them for the application, and its
 * module can be absent. A server for GET that never waits is small: one thread reads and writes
 * without blocking, health is answered there, and only metrics are rendered elsewhere.
 */
package io.sidelight.core.port;
