// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Getter;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.Settings;
import io.sidelight.spi.TextCache;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Counts log-ins and users. {@link #end} takes one of the signals below instead of a start; as
 * {@code operation} a name that {@link AttemptType#of} knows, or null; and as {@code subject} what
 * was presented, of which the class tells the kind if {@code operation} does not.
 */
public final class AuthProbe extends CallProbe {

  /** Instead of a start: the user is who he says he is. */
  public static final long GRANTED = 2;

  /** Instead of a start: he is not, or nobody could tell. */
  public static final long DENIED = 4;

  /** Instead of a start: {@code subject} is the user of the request that this thread serves. */
  public static final long SEEN = 6;

  private static final int MOST_NAMES = 64;
  private static final int LONGEST_NAME = 256;

  /** From what Jetty gives a request to the user himself. */
  private static final Getter JETTY = new Getter("?getUserIdentity.getUserPrincipal");

  private final Meters meters;
  private final Family<Counter> attempts;

  /** Names of classes are few: found again, they cost nothing. */
  private final TextCache<AttemptSeries> series = new TextCache<>(MOST_NAMES, LONGEST_NAME);

  private final @Nullable ActiveUsers users;

  AuthProbe(Meters meters, Settings settings) {
    this.meters = meters;
    attempts = meters.counter(AuthMetrics.ATTEMPTS);
    users = settings.flag("auth.active-users") ? new ActiveUsers() : null;
    if (users != null) {
      meters.read(AuthMetrics.USERS, users);
    }
  }

  @Override
  public void end(
      long signal,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    if (signal == SEEN) {
      seen(subject);
      return;
    }
    AttemptSeries its = series(className(operation, subject));
    if (its != null) {
      Counter counter = signal == GRANTED ? its.success : its.failure;
      counter.add(1);
    }
  }

  private static String className(@Nullable Object operation, @Nullable Object subject) {
    if (operation instanceof String) {
      return (String) operation;
    }
    return subject == null ? "" : subject.getClass().getName();
  }

  private @Nullable AttemptSeries series(String name) {
    AttemptSeries known = series.get(name);
    if (known == null) {
      AttemptType type = AttemptType.of(name);
      if (type == null) {
        return null;
      }
      known = new AttemptSeries(type, attempts);
      series.put(name, known);
    }
    return known;
  }

  private void seen(@Nullable Object user) {
    if (users == null || user == null) {
      return;
    }
    String name = userName(user);
    if (name != null) {
      users.seen(name);
    }
  }

  /** Null for nobody, whom some libraries have an object for. */
  private static @Nullable String userName(Object user) {
    try {
      Object principal = user instanceof Principal ? user : JETTY.read(user);
      if (!(principal instanceof Principal)
          || AttemptType.isNobody(principal.getClass().getName())) {
        return null;
      }
      return ((Principal) principal).getName();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null; // an object of the application that does not tell
    }
  }

  @Override
  public void failed(Throwable error) {
    meters.error("auth", error);
  }
}
