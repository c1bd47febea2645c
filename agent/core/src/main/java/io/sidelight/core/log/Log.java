// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.log;

import io.sidelight.spi.Settings;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sidelight's own log: one line a message, on the error stream or in a file, as {@code sidelight:
 * <area>: message} or as JSON. Works from the first moment, and may be told once what the
 * configuration wants.
 *
 * <p>Messages hold no data of the application: of an exception only class and place are written.
 *
 * <p>No method throws or takes a lock, so that it may be called while a class is loading. Safe for
 * many threads.
 */
public final class Log {

  /** How bad it is; the worst comes first. */
  public enum Level {
    /** Something does not work. */
    ERROR,
    /** Something should be changed. */
    WARN,
    /** What an operator wants to know once. */
    INFO,
    /** What helps to find a mistake in Sidelight. */
    DEBUG
  }

  /** How many texts {@link #once} remembers, and how many sources {@link #limited} does. */
  private static final int MOST_REMEMBERED = 1000;

  private static final int MOST_CAUSES = 10;

  private final Clock clock;
  private final Map<Level, AtomicLong> counts = new EnumMap<>(Level.class);
  private final ConcurrentMap<String, Boolean> said = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, RateLimit> limits = new ConcurrentHashMap<>();

  private volatile @Nullable OutputStream out;
  private volatile Level level = Level.INFO;
  private volatile boolean json;

  /** Writes to {@code out}. */
  public Log(OutputStream out) {
    this(out, new Clock());
  }

  Log(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
    for (Level each : Level.values()) {
      counts.put(each, new AtomicLong());
    }
  }

  /** Writes texts of level info and above to the error stream. */
  public static Log toErrorStream() {
    // Not System.err: the application may replace it by code of its own, and its lock may be held
    // by a thread that waits for a class which the caller is loading. Each line is one write.
    return new Log(new FileOutputStream(FileDescriptor.err));
  }

  /**
   * Takes level, format and target from {@code log.*}. A file that cannot be opened is told, and
   * then messages go where they went before.
   */
  public void configure(Settings settings) {
    level = levelOf(settings.text("log.level"));
    json = settings.text("log.format").equals("json");
    String file = settings.text("log.file");
    if (!file.isEmpty()) {
      try {
        out = new FileOutputStream(new File(file), true);
      } catch (IOException | SecurityException e) {
        error("log", "cannot append to log.file " + file + "; using the error stream");
      }
    } else if (settings.text("log.target").equals("none")) {
      out = null;
    }
  }

  private static Level levelOf(String text) {
    for (Level candidate : Level.values()) {
      if (candidate.name().equalsIgnoreCase(text)) {
        return candidate;
      }
    }
    return Level.INFO;
  }

  /** Something does not work. */
  public void error(String area, String message) {
    log(Level.ERROR, area, message);
  }

  /** Something does not work: with the exception's class and the place where it was thrown. */
  public void error(String area, String message, Throwable thrown) {
    log(Level.ERROR, area, message + ": " + describe(thrown));
  }

  /** Something should be changed. */
  public void warn(String area, String message) {
    log(Level.WARN, area, message);
  }

  /** What an operator wants to know once. */
  public void info(String area, String message) {
    log(Level.INFO, area, message);
  }

  /** What helps to find a mistake in Sidelight; ask {@link #isDebug} before making up the text. */
  public void debug(String area, String message) {
    log(Level.DEBUG, area, message);
  }

  /** Whether debug messages are written. */
  public boolean isDebug() {
    return level == Level.DEBUG;
  }

  /** A warning that is given only once, however often it is due. */
  public void once(String area, String message) {
    if (said.size() < MOST_REMEMBERED && said.putIfAbsent(message, Boolean.TRUE) == null) {
      warn(area, message);
    }
  }

  /**
   * A warning that is given at most once a minute for its source; the next one says how many were
   * left out.
   *
   * @param source what the limit is for, e.g. a probe's name; one of few
   */
  public void limited(String area, String source, String message) {
    limited(Level.WARN, area, source, message, null);
  }

  /** As {@link #limited(String, String, String)}, as an error with its exception. */
  public void limited(String area, String source, String message, Throwable thrown) {
    limited(Level.ERROR, area, source, message, thrown);
  }

  /** How many messages of that level were written. */
  public long count(Level of) {
    return counter(of).get();
  }

  private void limited(
      Level at, String area, String source, String message, @Nullable Throwable thrown) {
    long before = limit(source).admit(clock.nanos());
    if (before >= 0) {
      // Only now, because a description costs a stack trace.
      String what = thrown == null ? message : message + ": " + describe(thrown);
      String times = before == 0 ? "" : " (and " + before + " times since the last such line)";
      log(at, area, what + times);
    }
  }

  private RateLimit limit(String source) {
    RateLimit limit = limits.get(source);
    if (limit == null) {
      // Past the bound all sources share one limit.
      String key = limits.size() < MOST_REMEMBERED ? source : "";
      RateLimit fresh = new RateLimit();
      RateLimit other = limits.putIfAbsent(key, fresh);
      limit = other == null ? fresh : other;
    }
    return limit;
  }

  private void log(Level at, String area, String message) {
    OutputStream target = out;
    if (at.compareTo(level) > 0 || target == null) {
      return;
    }
    counter(at).incrementAndGet();
    try {
      String line =
          json ? Lines.json(clock.millis(), at, area, message) : Lines.text(area, message);
      target.write(line.getBytes(StandardCharsets.UTF_8));
      target.flush();
    } catch (Throwable e) {
      // A full disk or a closed stream: there is nowhere left to say so.
    }
  }

  private AtomicLong counter(Level of) {
    return Objects.requireNonNull(counts.get(of));
  }

  /** Runs code of the exception, which may be the application's. */
  private static String describe(Throwable thrown) {
    String name = thrown.getClass().getName();
    try {
      Throwable cause = thrown;
      for (int i = 0; i < MOST_CAUSES && cause.getCause() != null; i++) {
        cause = cause.getCause();
      }
      StackTraceElement[] stack = cause.getStackTrace();
      return cause.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
    } catch (Throwable e) {
      return name;
    }
  }
}
