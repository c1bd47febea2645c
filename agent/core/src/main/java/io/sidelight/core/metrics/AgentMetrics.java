// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * What Sidelight says about itself. Methods are cheap enough for threads that load classes, take no
 * lock and do not throw.
 */
public final class AgentMetrics {

  private static final Label INSTRUMENTATION =
      Label.capped("instrumentation", "what was woven, e.g. jedis", 100);

  static final MetricSpec CLASSES_SEEN =
      MetricSpec.counter("sidelight_classes_seen_total", "Classes that loaded under the agent.");
  static final MetricSpec CLASSES_PARSED =
      MetricSpec.counter(
          "sidelight_classes_parsed_total", "Classes whose bytes had to be looked at.");
  static final MetricSpec CLASSES_WOVEN =
      MetricSpec.counter("sidelight_classes_woven_total", "Classes that were woven.");
  static final MetricSpec TRANSFORMED =
      MetricSpec.counter(
              "sidelight_transformed_classes_total", "Classes that were woven, by what wove them.")
          .label(INSTRUMENTATION);
  static final MetricSpec TRANSFORM_ERRORS =
      MetricSpec.counter(
              "sidelight_transform_errors_total",
              "Classes that could not be woven and load as they are.")
          .label(INSTRUMENTATION);
  static final MetricSpec ADVICE_ERRORS =
      MetricSpec.counter(
              "sidelight_advice_errors_total",
              "Errors of Sidelight while it measured; the application did not notice.")
          .label(INSTRUMENTATION);
  static final MetricSpec LABEL_OVERFLOW =
      MetricSpec.counter(
              "sidelight_label_overflow_total",
              "Look-ups of a series whose label value became 'other', because of its limit.")
          .label(Label.closed("metric", "the metric's name"))
          .label(Label.closed("label", "the label's name; * if there were too many series"));
  static final MetricSpec CONFLICTS =
      MetricSpec.counter(
          "sidelight_metric_conflicts_total", "Declarations of metrics that were refused.");
  static final MetricSpec SERIES =
      MetricSpec.gauge("sidelight_series", "Time series that Sidelight records to.");
  static final MetricSpec STARTUP =
      MetricSpec.gauge("sidelight_startup_seconds", "Time that the agent added to the start.");
  static final MetricSpec TRANSFORM_SECONDS =
      MetricSpec.counter(
              "sidelight_transform_seconds_total",
              "Time that threads which loaded classes spent in the agent.")
          .label(
              Label.closed(
                  "step",
                  "matching: deciding; first-weaving: the first class that is woven, which loads"
                      + " Byte Buddy; weaving: all others"));
  static final MetricSpec LOG_MESSAGES =
      MetricSpec.counter("sidelight_log_messages_total", "Messages that Sidelight logged.")
          .label(Label.closed("level", "info, warn or error"));
  static final MetricSpec BUILD =
      MetricSpec.gauge("sidelight_build_info", "The agent's version.")
          .label(Label.closed("version", "the release"))
          .label(Label.closed("revision", "the commit"));
  static final MetricSpec INSTRUMENTATIONS =
      MetricSpec.gauge("sidelight_instrumentation_info", "What is woven, or why it is not.")
          .label(Label.closed("library", "the instrumentation's id"))
          .label(Label.closed("version", "the library's version; unknown if it does not say"))
          .label(Label.closed("state", "enabled, disabled, active or failed"));

  // What counts while classes load is not striped: a striped counter that several threads add to
  // asks ThreadLocalRandom, whose own initialisation loads classes.
  private final AtomicLong seen = new AtomicLong();
  private final AtomicLong parsed = new AtomicLong();
  private final AtomicLong woven = new AtomicLong();
  private final Meters.Family<Meters.Counter> transformed;
  private final Meters.Family<Meters.Counter> transformErrors;
  private final Map<String, AtomicLong> spentNanos = new ConcurrentHashMap<>();
  private final MetricStore store;
  private final Map<String, String[]> instrumentations = new ConcurrentHashMap<>();
  private volatile double startupSeconds = Double.NaN;

  /** Registers the metrics in {@code store}. */
  public AgentMetrics(MetricStore store, String version, String revision) {
    this.store = store;
    store.read(CLASSES_SEEN, new Counted(seen));
    store.read(CLASSES_PARSED, new Counted(parsed));
    store.read(CLASSES_WOVEN, new Counted(woven));
    this.transformed = store.counter(TRANSFORMED);
    this.transformErrors = store.counter(TRANSFORM_ERRORS);
    store.read(BUILD, new Constant(version, revision));
    store.read(INSTRUMENTATIONS, new Instrumentations(instrumentations));
    store.read(TRANSFORM_SECONDS, new Spent(spentNanos));
    store.gauge(
        SERIES,
        new DoubleSupplier() {
          @Override
          public double getAsDouble() {
            return store.seriesCount();
          }
        });
    store.gauge(
        STARTUP,
        new DoubleSupplier() {
          @Override
          public double getAsDouble() {
            return startupSeconds;
          }
        });
  }

  /** Every declaration, for the reference. */
  static List<MetricSpec> specs() {
    return unmodifiableList(
        asList(
            ADVICE_ERRORS,
            BUILD,
            CLASSES_PARSED,
            CLASSES_SEEN,
            CLASSES_WOVEN,
            INSTRUMENTATIONS,
            LABEL_OVERFLOW,
            LOG_MESSAGES,
            CONFLICTS,
            SERIES,
            STARTUP,
            TRANSFORM_ERRORS,
            TRANSFORM_SECONDS,
            TRANSFORMED));
  }

  /** A class loads. */
  public void classSeen() {
    seen.incrementAndGet();
  }

  /** A class's bytes are looked at. */
  public void classParsed() {
    parsed.incrementAndGet();
  }

  /** A class was woven. */
  public void classWoven(String instrumentation) {
    woven.incrementAndGet();
    transformed.series(instrumentation).add(1);
  }

  /**
   * A thread spent so long in the transformer.
   *
   * @param step as the label's value
   */
  public void spent(String step, long nanos) {
    AtomicLong sum = spentNanos.get(step);
    if (sum == null) {
      AtomicLong fresh = new AtomicLong();
      AtomicLong earlier = spentNanos.putIfAbsent(step, fresh);
      sum = earlier == null ? fresh : earlier;
    }
    sum.addAndGet(nanos);
  }

  /** A class could not be woven. */
  public void transformError(String instrumentation) {
    transformErrors.series(instrumentation).add(1);
  }

  /** Lets {@code source} tell, by level, how many messages were logged. */
  public void logMessages(MetricSource source) {
    store.read(LOG_MESSAGES, source);
  }

  /** The start is over; it took that long. */
  public void started(long nanos) {
    startupSeconds = nanos / 1e9;
  }

  /**
   * What became of one instrumentation; replaces what was said about it before.
   *
   * @param state {@code enabled}, {@code disabled}, {@code active} or {@code failed}
   */
  public void instrumentation(String library, String version, String state) {
    String id = LabelText.clean(library);
    instrumentations.put(id, new String[] {id, LabelText.clean(version), LabelText.clean(state)});
  }

  /** How many instrumentations have that state. */
  public int instrumentationsIn(String state) {
    int count = 0;
    for (String[] row : instrumentations.values()) {
      if (row[2].equals(state)) {
        count++;
      }
    }
    return count;
  }

  private static final class Constant implements MetricSource {
    private final String[] labelValues;

    Constant(String... labelValues) {
      this.labelValues = labelValues;
    }

    @Override
    public void read(Sink sink) {
      sink.add(1, labelValues);
    }
  }

  private static final class Counted implements MetricSource {
    private final AtomicLong count;

    Counted(AtomicLong count) {
      this.count = count;
    }

    @Override
    public void read(Sink sink) {
      sink.add((double) count.get());
    }
  }

  private static final class Spent implements MetricSource {
    private final Map<String, AtomicLong> nanos;

    Spent(Map<String, AtomicLong> nanos) {
      this.nanos = nanos;
    }

    @Override
    public void read(Sink sink) {
      for (Map.Entry<String, AtomicLong> each : nanos.entrySet()) {
        sink.add(each.getValue().get() / 1e9, each.getKey());
      }
    }
  }

  private static final class Instrumentations implements MetricSource {
    private final Map<String, String[]> rows;

    Instrumentations(Map<String, String[]> rows) {
      this.rows = rows;
    }

    @Override
    public void read(Sink sink) {
      for (String[] row : rows.values()) {
        sink.add(1, row);
      }
    }
  }
}
