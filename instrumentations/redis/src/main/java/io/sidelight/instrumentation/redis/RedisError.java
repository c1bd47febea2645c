// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Why a command failed, told from the code that a reply begins with or from the exception's class.
 * The constants' names in lower case are values of a label. No message becomes one.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors">RESP:
 *     simple errors</a>
 */
enum RedisError {
  /** There was no reply in time. */
  TIMEOUT,
  /** There is no connection, or there is none any more. */
  CONNECTION,
  /** The key is on another node of the cluster, or on none now. */
  MOVED,
  /** Not logged in, or not allowed. */
  NOAUTH,
  /** The server's memory is full. */
  OOM,
  OTHER;

  private static final int MOST_CAUSES = 8;

  private final String label = name().toLowerCase(Locale.ROOT);

  String label() {
    return label;
  }

  /**
   * Classifies a failure.
   *
   * @param reason an exception, or the text of a reply; what is neither is {@link #OTHER}
   */
  static RedisError of(@Nullable Object reason) {
    if (reason instanceof String) {
      return ofReply((String) reason);
    }
    Throwable thrown = reason instanceof Throwable ? (Throwable) reason : null;
    RedisError found = OTHER;
    for (int i = 0; i < MOST_CAUSES && thrown != null && found != TIMEOUT; i++) {
      RedisError its = ofException(thrown);
      found = its == OTHER ? found : its; // the cause knows better: a connection that timed out
      thrown = next(thrown);
    }
    return found;
  }

  /** Whether it sends the client to another node, where the command goes on. */
  static boolean isRedirect(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return name.equals("RedisMovedException") || name.equals("RedisAskException");
  }

  /** The cause; or what the last of several attempts failed with, which Jedis adds so. */
  private static @Nullable Throwable next(Throwable thrown) {
    Throwable cause = thrown.getCause();
    Throwable[] suppressed = thrown.getSuppressed();
    return cause == null && suppressed.length > 0 ? suppressed[0] : cause;
  }

  private static RedisError ofException(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    if (thrown instanceof SocketTimeoutException
        || thrown instanceof TimeoutException
        || name.contains("Timeout")) {
      return TIMEOUT;
    }
    if (thrown instanceof IOException || name.contains("Connection")) {
      return CONNECTION;
    }
    if (name.equals("RedisOutOfMemoryException")) { // Redisson; its message is the rest
      return OOM;
    }
    if (name.equals("RedisAuthRequiredException")) {
      return NOAUTH;
    }
    String message = thrown.getMessage();
    return message == null ? OTHER : ofReply(message);
  }

  /** Clients' own messages begin in lower case but for the first letter, replies' codes do not. */
  private static RedisError ofReply(String text) {
    int end = text.indexOf(' ');
    switch (end < 0 ? text : text.substring(0, end)) {
      case "MOVED":
      case "ASK":
      case "TRYAGAIN":
      case "CLUSTERDOWN":
        return MOVED;
      case "NOAUTH":
      case "WRONGPASS":
      case "NOPERM":
        return NOAUTH;
      case "OOM":
        return OOM;
      case "Connection": // Lettuce: closed
      case "Currently": // Lettuce: not connected
        return CONNECTION;
      case "Timeout": // Commons Pool: waiting for idle object
        return TIMEOUT;
      default:
        return OTHER;
    }
  }
}
