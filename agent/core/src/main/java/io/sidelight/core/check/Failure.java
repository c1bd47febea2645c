// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Why something could not be asked, or what it answered. Immutable. */
final class Failure {

  private static final int MAX_CAUSES = 8;
  private static final int MAX_MESSAGE = 160;

  final Reason reason;
  final String message;
  final long atNanos;
  final long tookNanos;
  final int attempts;

  Failure(Reason reason, String message, long atNanos, long tookNanos, int attempts) {
    this.reason = reason;
    this.message = message;
    this.atNanos = atNanos;
    this.tookNanos = tookNanos;
    this.attempts = attempts;
  }

  /** The kinds of failures, as a label. */
  enum Reason {
    TIMEOUT,
    CONNECTION,
    AUTHENTICATION,
    ERROR;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Failure of(Throwable thrown, long atNanos, long tookNanos, int attempts) {
    if (thrown instanceof TimeoutException) { // which says nothing more
      return late(atNanos, tookNanos, attempts);
    }
    return new Failure(reason(thrown), describe(thrown), atNanos, tookNanos, attempts);
  }

  static Failure late(long atNanos, long tookNanos, int attempts) {
    return new Failure(
        Reason.TIMEOUT, "timeout after " + millis(tookNanos), atNanos, tookNanos, attempts);
  }

  static String millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
  }

  private static Reason reason(Throwable thrown) {
    Reason found = Reason.ERROR;
    Throwable each = thrown;
    for (int i = 0; each != null && i < MAX_CAUSES; i++) {
      Reason its = ownReason(each);
      if (its != Reason.ERROR) {
        // The deepest knows best: pools say "timeout" when no connection could be opened.
        found = its;
      }
      each = each.getCause();
    }
    return found;
  }

  private static Reason ownReason(Throwable thrown) {
    String state = sqlState(thrown);
    if (state != null && state.startsWith("28")) {
      return Reason.AUTHENTICATION;
    }
    if (state != null && state.startsWith("08")) {
      return Reason.CONNECTION;
    }
    String name = thrown.getClass().getSimpleName();
    if (name.contains("Timeout")) {
      return Reason.TIMEOUT;
    }
    boolean connection = thrown instanceof IOException || name.contains("Connect");
    return connection ? Reason.CONNECTION : Reason.ERROR;
  }

  /** Without the class {@code java.sql.SQLException} if the runtime lacks it. */
  private static @Nullable String sqlState(Throwable thrown) {
    try {
      return thrown instanceof SQLException ? ((SQLException) thrown).getSQLState() : null;
    } catch (LinkageError e) {
      return null;
    }
  }

  /** The first line of its message, or its class where that could say too much. */
  private static String describe(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    String text;
    try {
      text = String.valueOf(thrown.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return name; // code of the application
    }
    int end = text.indexOf('\n');
    String line = (end < 0 ? text : text.substring(0, end)).trim();
    boolean secret = line.contains("jdbc:") || line.contains("assword") || line.contains("://");
    if (secret || line.isEmpty() || line.equals("null")) {
      return name;
    }
    String cut = line.length() > MAX_MESSAGE ? line.substring(0, MAX_MESSAGE) + "..." : line;
    return name + ": " + cut;
  }
}
