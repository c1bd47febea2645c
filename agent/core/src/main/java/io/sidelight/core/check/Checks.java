// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import io.sidelight.bootstrap.Probes;
import io.sidelight.core.thread.Daemons;
import io.sidelight.spi.HealthCheck;
import io.sidelight.spi.HealthSource;
import io.sidelight.spi.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All that is looked after. One background thread decides what is due; what may block runs on up to
 * four threads, which end when there is nothing to do. What is stuck keeps its thread and nothing
 * else: it is not asked a second time.
 *
 * <p>Safe for many threads. {@link #components} never waits.
 */
public final class Checks implements Findings {

  private static final int MAX_THREADS = 4;
  private static final long KEEP_SECONDS = 30;

  /** Of one component; more are looked after by nobody. */
  private static final int MAX_PARTS = 50;

  private final Collection<HealthSource> sources;
  private final Collection<HealthSource> builtIn;
  private volatile List<Source> followed = Collections.emptyList();
  private final Timing timing;
  private final List<String> required;
  private final List<String> optional;
  private final LongSupplier clock;
  private final Listener listener;
  private final Map<String, Status> told = new ConcurrentHashMap<>();

  /**
   * Reads {@code health.*}; starts nothing yet.
   *
   * @param sources those that are to be looked after; more may be added at any time
   * @param builtIn as well, but after all others
   */
  public Checks(
      Settings settings,
      Collection<HealthSource> sources,
      Collection<HealthSource> builtIn,
      Listener listener) {
    this(
        settings,
        sources,
        builtIn,
        listener,
        new LongSupplier() {
          @Override
          public long getAsLong() {
            return System.nanoTime();
          }
        });
  }

  Checks(
      Settings settings,
      Collection<HealthSource> sources,
      Collection<HealthSource> builtIn,
      Listener listener,
      LongSupplier clock) {
    this.sources = sources;
    this.builtIn = builtIn;
    this.timing = new Timing(settings);
    this.required = settings.list("health.readiness.include");
    this.optional = settings.list("health.optional");
    this.listener = listener;
    this.clock = clock;
  }

  /** Who wants to know what changes. Never throws. */
  public interface Listener {

    /** Something is down that was not. */
    void down(Component component);

    /** It is back. */
    void up(Component component);

    /** Looking after health failed: an error of the agent. */
    void error(Throwable error);
  }

  /** One source and the parts that it told of last. */
  private static final class Source {
    final HealthSource source;
    final Map<String, AtomicLong> failures = new ConcurrentHashMap<>();
    volatile List<Checked> parts = Collections.emptyList();

    Source(HealthSource source) {
      this.source = source;
    }
  }

  /** Begins to ask, on a daemon thread; returns at once. */
  public void start() {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            0,
            MAX_THREADS,
            KEEP_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<Runnable>(),
            new SilentDaemons());
    Runnable loop =
        new Runnable() {
          @Override
          public void run() {
            loop(workers);
          }
        };
    Daemons.create(loop, "sidelight-health").start();
  }

  private void loop(ThreadPoolExecutor workers) {
    while (true) {
      try {
        tick(workers);
      } catch (Throwable e) {
        listener.error(e);
      }
      pause(); // after an error too: one that lasts must not keep a processor busy
    }
  }

  private void pause() {
    try {
      Thread.sleep(timing.tickNanos() / 1_000_000);
    } catch (InterruptedException e) {
      // Not ours to obey: only an application that interrupts every thread does this.
    }
  }

  /** Finds what is there, and hands over what is due. */
  void tick(Executor workers) {
    follow();
    for (Source each : followed) {
      List<Checked> parts = renewed(each);
      each.parts = parts;
      for (Checked part : parts) {
        Runnable task = part.due();
        if (task != null) {
          try {
            workers.execute(task);
          } catch (RejectedExecutionException | OutOfMemoryError e) {
            part.postpone(); // all threads are stuck, or there can be none
          }
        }
      }
    }
    for (Component component : components()) {
      tell(component);
    }
  }

  private void follow() {
    if (followed.size() != sources.size() + builtIn.size()) {
      List<Source> all = new ArrayList<>();
      follow(sources, all);
      follow(builtIn, all);
      followed = all;
    }
  }

  private void follow(Collection<HealthSource> those, List<Source> all) {
    for (HealthSource source : those) {
      Source known = null;
      for (Source each : followed) {
        known = each.source == source ? each : known;
      }
      all.add(known == null ? new Source(source) : known);
    }
  }

  private List<Checked> renewed(Source of) {
    IdentityHashMap<HealthCheck, Checked> known = new IdentityHashMap<>();
    for (Checked each : of.parts) {
      known.put(each.check(), each);
    }
    List<Checked> parts = new ArrayList<>();
    for (HealthCheck check : of.source.checks()) {
      Checked before = known.get(check);
      if (before != null) {
        parts.add(before);
      } else if (parts.size() < MAX_PARTS) {
        parts.add(new Checked(check, timing, clock, new Count(of.failures)));
      }
    }
    return parts;
  }

  private void tell(Component component) {
    Status now = component.status();
    Status before = told.get(component.name());
    if (now == Status.UNHEALTHY && before != Status.UNHEALTHY) {
      listener.down(component);
    } else if (before == Status.UNHEALTHY && now != Status.UNHEALTHY && now != Status.UNKNOWN) {
      listener.up(component);
    }
    if (now != Status.UNKNOWN || before == null) {
      told.put(component.name(), now);
    }
  }

  /** What is known now, in the order in which sources were added; of equal names one component. */
  @Override
  public List<Component> components() {
    List<String> names = new ArrayList<>();
    List<List<Finding>> findings = new ArrayList<>();
    for (Source each : followed) {
      for (Checked part : each.parts) {
        String name = each.source.component();
        int index = names.indexOf(name);
        if (index < 0) {
          index = names.size();
          names.add(name);
          findings.add(new ArrayList<Finding>());
        }
        findings.get(index).add(part.found());
      }
    }
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      components.add(
          new Component(name, findings.get(i), required.contains(name), optional.contains(name)));
    }
    return components;
  }

  /** Tells for each component and reason how many checks failed, after all their attempts. */
  void failures(FailureSink sink) {
    for (Source each : followed) {
      for (Map.Entry<String, AtomicLong> count : each.failures.entrySet()) {
        sink.add(each.source.component(), count.getKey(), count.getValue().get());
      }
    }
  }

  /** Takes numbers of failures. */
  interface FailureSink {
    void add(String component, String reason, long count);
  }

  private static final class Count implements Checked.Failures {
    private final Map<String, AtomicLong> counts;

    Count(Map<String, AtomicLong> counts) {
      this.counts = counts;
    }

    @Override
    public void failed(Failure.Reason reason) {
      AtomicLong fresh = new AtomicLong();
      AtomicLong known = counts.putIfAbsent(reason.label(), fresh);
      (known == null ? fresh : known).incrementAndGet();
    }
  }

  /** Threads on which nothing that the application's libraries do is measured. */
  private static final class SilentDaemons implements ThreadFactory {
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Thread newThread(@Nullable Runnable task) {
      Runnable silent =
          new Runnable() {
            @Override
            public void run() {
              Probes.silence();
              if (task != null) {
                task.run();
              }
            }
          };
      return Daemons.create(silent, "sidelight-check-" + number.incrementAndGet());
    }
  }
}
