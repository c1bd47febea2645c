// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.load;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Sends about thirty requests a second to this service, over HTTP. When the service falls behind,
 * requests are left out, not queued up. Starts after the web server and stops before it.
 */
@Component
@ConditionalOnProperty(name = "load", havingValue = "on", matchIfMissing = true)
final class LoadGenerator implements SmartLifecycle {

  private static final long MILLIS_BETWEEN_REQUESTS = 33;
  private static final int THREADS = 8;

  private final Environment environment;
  private @Nullable ScheduledExecutorService clock;
  private @Nullable ThreadPoolExecutor senders;

  LoadGenerator(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void start() {
    int port = environment.getRequiredProperty("local.server.port", Integer.class);
    Scenarios scenarios = new Scenarios(new Client(port));
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(THREADS),
            new CustomizableThreadFactory("load-"),
            new ThreadPoolExecutor.DiscardPolicy());
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("load-clock-"));
    // First on the same thread, so that the others have its token.
    timer.execute(scenarios::logIn);
    var unused =
        timer.scheduleAtFixedRate(
            () -> pool.execute(scenarios::playOne),
            0,
            MILLIS_BETWEEN_REQUESTS,
            TimeUnit.MILLISECONDS);
    senders = pool;
    clock = timer;
  }

  @Override
  public void stop() {
    if (clock != null && senders != null) {
      clock.shutdownNow();
      senders.shutdown();
      try {
        if (!senders.awaitTermination(3, TimeUnit.SECONDS)) {
          senders.shutdownNow();
        }
      } catch (InterruptedException e) {
        senders.shutdownNow();
        Thread.currentThread().interrupt();
      }
      clock = null;
    }
  }

  @Override
  public boolean isRunning() {
    return clock != null;
  }
}
