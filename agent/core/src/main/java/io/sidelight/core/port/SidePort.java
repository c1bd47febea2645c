// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import io.sidelight.core.health.HealthReport;
import io.sidelight.core.log.Log;
import io.sidelight.core.metrics.Exposition;
import io.sidelight.core.thread.Daemons;
import io.sidelight.spi.Settings;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /metrics} and {@code /health} on a port of its own. Started after {@code premain};
 * nothing that happens here reaches the application, and a port that cannot be had is tried again.
 */
public final class SidePort {

  private static final int FALLBACKS = 9;
  private static final int BACKLOG = 128;
  private static final long RETRY_SECONDS = 10;

  private final Settings settings;
  private final Log log;
  private final Site site;
  private final Limits limits;
  private final long retryMillis;
  private volatile int port;
  private volatile boolean stopped;
  private volatile @Nullable Server server;

  /** Starts nothing yet. */
  public SidePort(Settings settings, Log log, HealthReport health, Exposition exposition) {
    this(
        settings,
        log,
        new Pages(new MetricsPage(exposition, log), health),
        Limits.standard(),
        TimeUnit.SECONDS.toMillis(RETRY_SECONDS));
  }

  SidePort(Settings settings, Log log, Site site, Limits limits, long retryMillis) {
    this.settings = settings;
    this.log = log;
    this.site = site;
    this.limits = limits;
    this.retryMillis = retryMillis;
  }

  /** Listens from now on, on a daemon thread; returns at once. */
  public void start() {
    // No lambda: it costs an application that starts more than a class does.
    Runnable run =
        new Runnable() {
          @Override
          public void run() {
            listenAndAnswer();
          }
        };
    Daemons.create(run, "sidelight-port").start();
  }

  /** The port in use; 0 as long as there is none. */
  public int port() {
    return port;
  }

  /** Lets go of the port. */
  void stop() throws IOException {
    stopped = true;
    Server running = server;
    if (running != null) {
      running.stop();
    }
  }

  private void listenAndAnswer() {
    boolean told = false;
    while (!stopped) {
      try {
        Server running = new Server(listen(), site, limits);
        server = running;
        told = false;
        running.run();
      } catch (IOException e) {
        if (!told) {
          log.error("port", complaint(e));
          told = true;
        }
      } catch (RuntimeException | Error e) {
        log.limited("port", "port", "the side port failed and starts again", e);
      }
      port = 0;
      pause();
    }
  }

  private ServerSocketChannel listen() throws IOException {
    String bind = settings.text("bind");
    int wanted = settings.number("port");
    // Literals are not looked up; names are, here, where the application does not wait.
    InetAddress address = InetAddress.getByName(bind);
    int last = settings.flag("port.fallback") && wanted != 0 ? wanted + FALLBACKS : wanted;
    for (int candidate = wanted; ; candidate++) {
      try {
        return listen(bind, address, candidate);
      } catch (BindException e) {
        if (candidate >= last || candidate == 65535) {
          throw e;
        }
      }
    }
  }

  private ServerSocketChannel listen(String bind, InetAddress address, int wanted)
      throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    try {
      listener.socket().bind(new InetSocketAddress(address, wanted), BACKLOG);
    } catch (IOException | RuntimeException e) {
      listener.close();
      throw e;
    }
    port = listener.socket().getLocalPort();
    String host = bind.indexOf(':') >= 0 && !bind.startsWith("[") ? "[" + bind + "]" : bind;
    log.info("port", "answering on http://" + host + ":" + port + "/metrics and /health");
    writePortFile();
    return listener;
  }

  private void writePortFile() {
    String file = settings.text("port-file");
    if (!file.isEmpty()) {
      try {
        PortFile.write(new File(file), port);
      } catch (IOException | SecurityException e) {
        log.error("port", "cannot write port-file " + file + " (" + e.getMessage() + ")");
      }
    }
  }

  private String complaint(IOException e) {
    return "cannot listen on "
        + settings.text("bind")
        + ":"
        + settings.text("port")
        + " ("
        + (e instanceof BindException ? "" : e.getClass().getSimpleName() + ": ")
        + e.getMessage()
        + "); still measuring, trying again every "
        + RETRY_SECONDS
        + " s. Free the port, or set port or port.fallback=true.";
  }

  private void pause() {
    if (!stopped) {
      try {
        Thread.sleep(retryMillis);
      } catch (InterruptedException e) {
        // Not ours to obey: only an application that interrupts every thread does this.
      }
    }
  }
}
