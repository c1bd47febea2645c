// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import io.sidelight.spi.HealthCheck;
import io.sidelight.spi.HealthResult;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One part and what is known of it. One thread at a time {@link #run}s it, the background thread
 * decides when, and any thread may ask what was {@link #found}: that never waits.
 */
final class Checked implements Runnable {

  private final HealthCheck check;
  private final Timing timing;
  private final LongSupplier clock;
  private final Failures failures;

  /** What it said when it was looked at last. */
  private volatile HealthResult seen = HealthResult.healthy();

  /** What it said when it was asked last and answered; null if it never did. */
  private volatile @Nullable Answer answer;

  /** Why it is unhealthy; null if it is not. */
  private volatile @Nullable Failure failure;

  private volatile long failingSince;

  /** When the thread began that asks it now; 0 if none does. */
  private volatile long runningSince;

  /** Handed to a thread that has not begun yet. */
  private volatile boolean waiting;

  /** When it is to be looked at again. */
  private volatile long due;

  private final AtomicBoolean lookingAgain = new AtomicBoolean();

  private volatile long lookedAgain;

  /** Whether it is told that the present run takes too long. */
  private boolean toldLate;

  Checked(HealthCheck check, Timing timing, LongSupplier clock, Failures failures) {
    this.check = check;
    this.timing = timing;
    this.clock = clock;
    this.failures = failures;
    this.lookedAgain = clock.getAsLong();
    this.due = clock.getAsLong() + check.settleNanos(timing.intervalNanos);
  }

  /** Who wants to know of each check that failed. */
  interface Failures {
    void failed(Failure.Reason reason);
  }

  private static final class Answer {
    final HealthResult result;
    final long atNanos;
    final long tookNanos;
    final int attempts;

    Answer(HealthResult result, long atNanos, long tookNanos, int attempts) {
      this.result = result;
      this.atNanos = atNanos;
      this.tookNanos = tookNanos;
      this.attempts = attempts;
    }
  }

  HealthCheck check() {
    return check;
  }

  /**
   * What is to be handed to a thread now, and counts as handed over: itself, or, while a thread
   * asks it and does not come back, a look at why. Also notices that this thread is late. For the
   * background thread.
   *
   * @return null if there is nothing to do
   */
  @Nullable Runnable due() {
    long now = clock.getAsLong();
    long since = runningSince;
    if (since != 0) {
      if (!toldLate && isStuck(now, since)) {
        toldLate = true;
        failures.failed(Failure.Reason.TIMEOUT);
      }
      boolean wanted = now - since > timing.timeoutNanos && now - lookedAgain > timing.tickNanos();
      return wanted && lookingAgain.compareAndSet(false, true) ? new Look() : null;
    }
    toldLate = false;
    Failure failed = failure;
    if (failed != null && isProvedSince(failed.atNanos)) {
      failure = null;
    }
    if (waiting || now - due < 0) {
      return null;
    }
    waiting = true;
    return this;
  }

  /** Another thread may have taken what the one that asks waits for. */
  private final class Look implements Runnable {
    @Override
    public void run() {
      try {
        seen = check.look();
      } catch (Throwable e) {
        // The thread that asks will tell.
      } finally {
        lookedAgain = clock.getAsLong();
        lookingAgain.set(false);
      }
    }
  }

  /** There is no thread for it: later. */
  void postpone() {
    waiting = false;
    lookingAgain.set(false);
  }

  @Override
  public void run() {
    runningSince = clock.getAsLong() | 1;
    waiting = false;
    try {
      tryAll();
    } catch (InterruptedException e) {
      // Not ours to obey: only an application that interrupts every thread does this.
    } finally {
      boolean failing = failure != null;
      long now = clock.getAsLong();
      long wanted = check.pauseNanos(timing.intervalNanos, failing);
      due = now + timing.pauseNanos(wanted, failing ? now - failingSince : 0, Math.random());
      runningSince = 0;
    }
  }

  private void tryAll() throws InterruptedException {
    // What is known to be down is not asked three times.
    int attempts = failure == null ? check.attempts(timing.attempts) : 1;
    for (int attempt = 1; ; attempt++) {
      long begin = clock.getAsLong();
      Failure failed = tryOnce(attempt);
      if (failed == null || isProvedSince(begin)) {
        return;
      }
      if (attempt >= attempts) {
        if (failure == null) {
          failingSince = failed.atNanos;
        }
        failure = failed;
        failures.failed(failed.reason);
        return;
      }
      Thread.sleep(timing.retryDelayNanos / 1_000_000);
    }
  }

  private @Nullable Failure tryOnce(int attempt) {
    long begin = clock.getAsLong();
    try {
      HealthResult found = check.look();
      if (found.status() == HealthResult.Status.HEALTHY
          && !isProvedSince(begin - timing.intervalNanos)) {
        begin = clock.getAsLong();
        HealthResult answered = check.ask(timing.timeoutNanos);
        long end = clock.getAsLong();
        if (answered.status() == HealthResult.Status.UNHEALTHY) {
          return new Failure(Failure.Reason.ERROR, answered.message(), end, end - begin, attempt);
        }
        if (answered.status() == HealthResult.Status.BUSY) {
          seen = answered.with(found.details());
          return null;
        }
        if (end - begin > timing.timeoutNanos) {
          return Failure.late(end, end - begin, attempt);
        }
        answer = new Answer(answered, end, end - begin, attempt);
        failure = null;
      }
      seen = found;
      return null;
    } catch (Throwable e) {
      long end = clock.getAsLong();
      return Failure.of(e, end, end - begin, attempt);
    }
  }

  private boolean isProvedSince(long nanos) {
    long proved = check.provedNanos();
    return proved != 0 && proved - nanos > 0;
  }

  /**
   * A run that takes longer than all its attempts may take together hangs, unless it turns out that
   * it should not have been asked.
   */
  private boolean isStuck(long now, long since) {
    return now - since > timing.budgetNanos(check.attempts(timing.attempts))
        && seen.status() == HealthResult.Status.HEALTHY
        && !isProvedSince(since);
  }

  /** What is known now. */
  Finding found() {
    long now = clock.getAsLong();
    long since = runningSince;
    Failure failed = failure;
    HealthResult look = seen;
    if (failed != null && !isProvedSince(failed.atNanos)) {
      Proof proof = Proof.asked(now - failed.atNanos, failed.tookNanos);
      String message = failed.message + attempts(failed.attempts);
      return finding(Status.UNHEALTHY, message, proof, failed.attempts, look.details());
    }
    if (since != 0 && isStuck(now, since)) {
      String message = "check still running for " + (now - since) / 1_000_000_000L + " s";
      return finding(
          Status.UNHEALTHY, message, Proof.asked(now - since, now - since), 1, look.details());
    }
    return working(look, now);
  }

  private static String attempts(int attempts) {
    return attempts > 1 ? " (" + attempts + " attempts)" : "";
  }

  /** What is known of a part that is not down. */
  private Finding working(HealthResult look, long now) {
    Answer latest = answer;
    long proved = check.provedNanos();
    long stale = Math.max(timing.staleNanos(), 2 * check.pauseNanos(timing.intervalNanos, false));
    boolean used =
        proved != 0 && now - proved <= stale && (latest == null || proved - latest.atNanos > 0);
    Answer told = latest == null || used || now - latest.atNanos > stale ? null : latest;
    HealthResult said = told == null ? look : told.result;
    Map<String, Object> details = said.details().isEmpty() ? look.details() : said.details();
    Proof proof = used ? Proof.used(now - proved) : null;
    int attempts = 0;
    if (told != null) {
      proof = Proof.asked(now - told.atNanos, told.tookNanos);
      attempts = told.attempts;
    }
    if (look.status() == HealthResult.Status.DEGRADED) {
      return finding(Status.DEGRADED, look.message(), proof, attempts, details);
    }
    if (proof == null) {
      String why = look.message();
      String unknown = latest == null && proved == 0 ? "not asked yet" : "nothing known lately";
      return finding(Status.UNKNOWN, why.isEmpty() ? unknown : why, null, 0, details);
    }
    Status status =
        said.status() == HealthResult.Status.DEGRADED ? Status.DEGRADED : Status.HEALTHY;
    return finding(status, said.message(), proof, attempts, details);
  }

  private Finding finding(
      Status status,
      String message,
      @Nullable Proof proof,
      int attempts,
      Map<String, Object> details) {
    return new Finding(
        check.name(),
        status,
        message,
        proof,
        attempts,
        lastSuccessAge(),
        Collections.unmodifiableMap(details));
  }

  private long lastSuccessAge() {
    Answer answered = answer;
    long proved = check.provedNanos();
    long now = clock.getAsLong();
    long used = proved == 0 ? -1 : Math.max(0, now - proved);
    long asked = answered == null ? -1 : now - answered.atNanos;
    return used < 0 || asked < 0 ? Math.max(used, asked) : Math.min(used, asked);
  }
}
