// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core;

import io.sidelight.core.check.BuiltInChecks;
import io.sidelight.core.check.Checks;
import io.sidelight.core.check.DeadlockCheck;
import io.sidelight.core.check.HealthMetrics;
import io.sidelight.core.config.Config;
import io.sidelight.core.config.ConfigLoader;
import io.sidelight.core.config.Version;
import io.sidelight.core.health.Health;
import io.sidelight.core.health.HealthLog;
import io.sidelight.core.health.HealthReport;
import io.sidelight.core.log.Log;
import io.sidelight.core.metrics.AgentMetrics;
import io.sidelight.core.metrics.Exposition;
import io.sidelight.core.metrics.MetricStore;
import io.sidelight.core.metrics.Notices;
import io.sidelight.core.port.SidePort;
import io.sidelight.core.thread.Daemons;
import io.sidelight.core.weave.Installation;
import io.sidelight.core.weave.WeaveListener;
import io.sidelight.spi.Domain;
import io.sidelight.spi.HealthSource;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MetricSource;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent: puts configuration, metrics, weaving, health and the side port together.
 *
 * <p>{@link #start} runs in {@code premain} and does only what must be done before the first class
 * of the application loads. The rest waits on a thread of its own until the application's {@code
 * main} is there.
 */
public final class Agent {

  private final Log log;
  private final Config config;
  private final Health health;
  private final MetricStore store;
  private final AgentMetrics metrics;
  private final StartSignals signals;

  /** What is to be looked after once the application's main class is there. */
  private final List<HealthSource> healthSources = new CopyOnWriteArrayList<>();

  private Agent(Log log, Config config) {
    this.log = log;
    this.config = config;
    this.health = new Health();
    this.store = new MetricStore(config, new ToPeople());
    this.metrics = new AgentMetrics(store, Version.VERSION, Version.REVISION);
    this.signals =
        new StartSignals(
            // No lambda: the first one in a JVM costs start-up time.
            new Runnable() {
              @Override
              public void run() {
                health.servletApiSeen();
              }
            });
  }

  /**
   * Called by {@code Premain} through reflection.
   *
   * @param arguments what follows the equals sign of {@code -javaagent}
   * @param begin {@link System#nanoTime} at the beginning of {@code premain}
   * @throws Exception if the agent cannot start; the application then runs without it. Also if
   *     {@code strict} is set and the configuration has a problem, and then the JVM must not start
   */
  public static void start(
      @Nullable String arguments, java.lang.instrument.Instrumentation jvm, File jar, long begin)
      throws Exception {
    Config config = ConfigLoader.load(arguments, System.getenv(), System.getProperties(), jar);
    if (!config.flag("enabled")) {
      return;
    }
    Log log = Log.toErrorStream();
    log.configure(config);
    for (String problem : config.problems()) {
      log.warn("config", problem);
    }
    if (config.flag("strict") && !config.problems().isEmpty()) {
      throw new StrictStop("strict=true and the configuration has problems, see above");
    }
    new Agent(log, config).run(jvm, begin);
  }

  private void run(java.lang.instrument.Instrumentation jvm, long begin) throws Exception {
    for (String problem : config.problems()) {
      health.degraded("config: " + problem);
    }
    List<Instrumentation> enabled = new ArrayList<>();
    for (Instrumentation each :
        ServiceLoader.load(Instrumentation.class, Agent.class.getClassLoader())) {
      Domain domain = each.domain();
      store.declare(domain.metrics());
      boolean on = config.flag("instrument." + domain.id());
      metrics.instrumentation(each.id(), "unknown", on ? "enabled" : "disabled");
      if (on) {
        enabled.add(each);
      }
    }
    metrics.logMessages(new LogCounts());
    Installation.install(jvm, enabled, store, config, new Listener());
    metrics.started(System.nanoTime() - begin);
    Daemons.create(new Afterwards(), "sidelight-start").start();
  }

  private final class Listener implements WeaveListener {
    @Override
    public void classSeen(@Nullable ClassLoader loader, @Nullable String internalName) {
      metrics.classSeen();
      signals.classSeen(loader, internalName);
    }

    @Override
    public void classParsed() {
      metrics.classParsed();
    }

    @Override
    public void spent(Step step, long nanos) {
      metrics.spent(step.label(), nanos);
    }

    @Override
    public void classWoven(String instrumentation, String version) {
      metrics.classWoven(instrumentation);
      metrics.instrumentation(instrumentation, version, "active");
    }

    @Override
    public void weavingFailed(String instrumentation, @Nullable String className, Throwable error) {
      metrics.transformError(instrumentation);
      log.limited(
          "weave",
          instrumentation,
          instrumentation + ": " + className + " is not woven and loads as it is",
          error);
      health.degraded("weave: a class could not be woven");
    }
  }

  private final class ToPeople implements Notices {
    @Override
    public void problem(String text) {
      log.once("agent", text);
    }

    @Override
    public void error(String source, Throwable error) {
      log.limited("agent", source, source + ": an error while measuring", error);
    }

    @Override
    public void serving() {
      health.serving();
    }

    @Override
    public void health(HealthSource source) {
      healthSources.add(source);
    }
  }

  /** Read at each scrape. */
  private final class LogCounts implements MetricSource {
    @Override
    public void read(Sink sink) {
      for (Log.Level level : Log.Level.values()) {
        sink.add((double) log.count(level), level.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  private final class Afterwards implements Runnable {
    @Override
    public void run() {
      try {
        signals.awaitMain();
        health.mainEntered();
        health.watchShutdown();
        new SidePort(config, log, report(), new Exposition(store)).start();
      } catch (Throwable e) {
        log.error("agent", "the side port cannot start; the application runs on", e);
      }
    }

    private HealthReport report() {
      DeadlockCheck deadlocks = new DeadlockCheck();
      Checks checks =
          new Checks(
              config,
              healthSources,
              BuiltInChecks.of(config, deadlocks),
              new HealthLog(log, health));
      HealthReport report =
          new HealthReport(
              health,
              checks,
              new BooleanSupplier() {
                @Override
                public boolean getAsBoolean() {
                  return deadlocks.isLasting();
                }
              },
              config,
              Version.VERSION,
              new IntSupplier() {
                @Override
                public int getAsInt() {
                  return metrics.instrumentationsIn("active");
                }
              });
      HealthMetrics.register(store, checks, report);
      checks.start();
      return report;
    }
  }
}
