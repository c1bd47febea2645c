// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import io.sidelight.bootstrap.Caches;
import io.sidelight.bootstrap.CallProbe;
import io.sidelight.bootstrap.Carrier;
import io.sidelight.bootstrap.PoolProbe;
import io.sidelight.bootstrap.Pools;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.Meters;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures Redis commands. A command's name comes as the bytes that go to the server, which most
 * clients keep, so that naming one allocates nothing; or as a string.
 *
 * <p>There are three ways to tell of a command:
 *
 * <ul>
 *   <li>A call sends it and waits: {@link #end} with its start and name.
 *   <li>One method sends it, another reads replies, in order: {@link #endWhenDone} with its start,
 *       name and connection, and then {@link #end} with the connection as {@code subject}, and one
 *       of the signals below about the oldest command on it. The connection is a {@link Carrier}.
 *   <li>The client has an object for each command, a {@link Carrier} too: it is given what {@link
 *       #prepare} makes of the name, and {@link #end} has that as {@code operation}, and a signal.
 *       Only the first end counts. If the object has a future, {@link #endWhenDone} with both is
 *       enough.
 * </ul>
 *
 * <p>In the latter two ways, {@code KeyReads} may tell the keys that commands read.
 */
public final class RedisProbe extends CallProbe {

  /** Instead of a start: there is a reply, or {@code thrown} in its place. */
  public static final long REPLIED = 0;

  /** Instead of a start: the reply is a redirect that the client follows. */
  public static final long REDIRECTED = 1;

  /** Instead of a start: the connection is closed. */
  public static final long CLOSED = 2;

  /**
   * Instead of a start: the command failed. {@code subject} may be the reason: an exception, or the
   * text of the reply.
   */
  public static final long FAILED = 3;

  /** Instead of a start: the command is given up because there is no reply in time. */
  public static final long TIMED_OUT = 4;

  /** Instead of a start, and with nothing else: a connection that was lost is there again. */
  public static final long RECONNECTED = 5;

  /** Instead of a start, and with nothing else: it could not be connected again. */
  public static final long NOT_RECONNECTED = 6;

  /** Instead of a start, for {@link #endWhenDone}: only the keys of the command are of interest. */
  public static final long MEASURED_ELSEWHERE = 0;

  private final Meters meters;
  private final CommandFamilies families;
  private final ErrorCounter errors;
  private final CommandNames names = new CommandNames();
  private final AtomicReferenceArray<@Nullable CommandSeries> series =
      new AtomicReferenceArray<>(names.size());
  private final CommandSeries batches;
  private final @Nullable KeyPrefixes prefixes;

  /** Counts reads of keys as look-ups in a cache, unless {@code prefixes} is null. */
  RedisProbe(Meters meters, @Nullable KeyPrefixes prefixes) {
    this.meters = meters;
    this.prefixes = prefixes;
    families = new CommandFamilies(meters);
    errors = new ErrorCounter(meters, "redis");
    batches = new CommandSeries("PIPELINE", families);
  }

  @Override
  public void end(
      long startNanos,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    if (operation instanceof SentCommand) {
      end((SentCommand) operation, startNanos, thrown == null ? subject : thrown);
    } else if (subject instanceof Carrier) {
      Object pending = ((Carrier) subject).sidelight$state();
      if (pending instanceof Pending) {
        signal((Pending) pending, startNanos, thrown);
      }
    } else if (operation != null) {
      CommandSeries command = series(operation);
      command.count(thrown == null ? null : RedisError.of(thrown));
      command.record(System.nanoTime() - startNanos);
      if (thrown != null) {
        errors.count(thrown);
      }
    } else if (startNanos == RECONNECTED) {
      meters.counter(RedisMetrics.RECONNECTS).series("success").add(1);
    } else if (startNanos == NOT_RECONNECTED) {
      meters.counter(RedisMetrics.RECONNECTS).series("failure").add(1);
    } // else a connection that never was
  }

  private void end(SentCommand command, long signal, @Nullable Object reason) {
    if (signal == TIMED_OUT) {
      if (command.end(RedisError.TIMEOUT)) {
        errors.count("Timeout");
      }
      return;
    }
    boolean failed = signal == FAILED || reason instanceof Throwable;
    if (command.end(failed ? RedisError.of(reason) : null) && failed && reason != null) {
      if (reason instanceof Throwable) {
        errors.count((Throwable) reason);
      } else {
        errors.count("ErrorReply"); // becomes an exception of the client's later
      }
    }
  }

  private void signal(Pending pending, long signal, @Nullable Throwable thrown) {
    if (signal == REPLIED) {
      if (thrown == null) {
        Pools.worked(PoolProbe.REDIS);
      }
      boolean ended = pending.replied(thrown == null ? null : RedisError.of(thrown));
      if (ended && thrown != null) {
        errors.count(thrown);
      }
    } else if (signal == REDIRECTED) {
      pending.redirected();
    } else if (signal == CLOSED) {
      pending.closed();
    }
  }

  @Override
  public void endWhenDone(long startNanos, @Nullable Object operation, @Nullable Object later) {
    if (operation instanceof SentCommand) {
      endWith((SentCommand) operation, later);
    } else if (later instanceof Carrier) {
      Object pending = ((Carrier) later).sidelight$state();
      if (pending == null) {
        pending = new Pending(batches, prefixes);
        ((Carrier) later).sidelight$state(pending);
      }
      if (startNanos != MEASURED_ELSEWHERE) {
        ((Pending) pending).sent(series(operation), startNanos);
      } else if (prefixes != null) {
        ((Pending) pending).sentAlone(series(operation));
      }
    }
  }

  private void endWith(SentCommand command, @Nullable Object future) {
    if (future instanceof CompletionStage) {
      ((CompletionStage<?>) future)
          .whenComplete(
              new BiConsumer<Object, @Nullable Throwable>() {
                @Override
                public void accept(@Nullable Object reply, @Nullable Throwable thrown) {
                  try {
                    if (thrown == null || !RedisError.isRedirect(thrown)) {
                      end(command, REPLIED, thrown);
                    }
                  } catch (Throwable e) {
                    failed(e); // the client is the caller
                  }
                }
              });
    }
  }

  @Override
  public @Nullable Object prepare(@Nullable Object value) {
    CommandSeries command = series(value);
    if (Probes.isSilent()) {
      return SentCommand.unmeasured(command);
    }
    if (prefixes != null && command.keys.reads() && !Caches.areAsked()) {
      return new SentRead(command, System.nanoTime(), prefixes);
    }
    return new SentCommand(command, System.nanoTime());
  }

  @Override
  public void failed(Throwable error) {
    meters.error("redis", error);
  }

  private CommandSeries series(@Nullable Object name) {
    int index = CommandNames.OTHER;
    if (name instanceof byte[]) {
      index = names.indexOf((byte[]) name);
    } else if (name instanceof String) {
      index = names.indexOf(((String) name).getBytes(StandardCharsets.US_ASCII));
    }
    CommandSeries known = series.get(index);
    if (known == null) {
      known = new CommandSeries(names.name(index), families);
      if (!series.compareAndSet(index, null, known)) {
        known = series.get(index);
      }
    }
    return known;
  }
}
