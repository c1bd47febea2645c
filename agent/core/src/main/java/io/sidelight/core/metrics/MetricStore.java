// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.HealthSource;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All metrics of this JVM. Created in {@code premain}, so it loads nothing of the Prometheus
 * library; {@link Exposition} reads it.
 *
 * <p>A declaration that contradicts an earlier one, or a reserved name, is refused: it is reported
 * once, counted, and its family records nowhere.
 */
public final class MetricStore implements Meters {

  private static final String ENDPOINT = "endpoint";

  private final Settings settings;
  private final Notices notices;
  private final SeriesBudget budget;
  private final Map<Label, LabelLimit> limits = new ConcurrentHashMap<>();
  private final Map<String, MetricFamily> families = new ConcurrentHashMap<>();

  /** Guards the next two and the order of registrations; a scrape never takes it. */
  private final Object registration = new Object();

  private final Map<String, MetricSpec> declared = new ConcurrentHashMap<>();
  private final Map<String, String> owners = new ConcurrentHashMap<>();

  private final AtomicLong scrapes = new AtomicLong();
  private final SeriesFamily.Overflows overflows;
  private final Counter conflicts;
  private final Family<Counter> errors;

  /** Reads {@code metrics.max-series} now, and caps and buckets when they are needed. */
  public MetricStore(Settings settings, Notices notices) {
    this.settings = settings;
    this.notices = notices;
    this.budget = new SeriesBudget(settings.number("metrics.max-series"));
    declare(AgentMetrics.specs());
    declare(JvmSpecs.all());
    this.overflows = overflowCounter();
    this.conflicts = counter(AgentMetrics.CONFLICTS).series();
    this.errors = counter(AgentMetrics.ADVICE_ERRORS);
  }

  /**
   * Reserves the names of {@code specs} for exactly these declarations, before anything is recorded
   * to them.
   */
  public void declare(Collection<MetricSpec> specs) {
    for (MetricSpec spec : specs) {
      synchronized (registration) {
        declared.putIfAbsent(spec.name(), spec);
        claim(spec);
      }
    }
  }

  @Override
  public Family<Counter> counter(MetricSpec spec) {
    MetricFamily family =
        MetricSpec.Type.COUNTER == spec.type()
            ? register(new CounterFamily(spec, labelNames(spec), limits(spec), budget, overflows))
            : refused(spec, "is not a counter");
    return family instanceof CounterFamily
        ? (CounterFamily) family
        : new Nowhere<Counter>(new CounterFamily.StripedCounter(1));
  }

  @Override
  public Family<Histogram> histogram(MetricSpec spec) {
    MetricFamily family =
        MetricSpec.Type.HISTOGRAM == spec.type()
            ? register(
                new HistogramFamily(
                    spec, labelNames(spec), limits(spec), budget, overflows, bounds(spec)))
            : refused(spec, "is not a histogram");
    return family instanceof HistogramFamily
        ? (HistogramFamily) family
        : new Nowhere<Histogram>(new HistogramFamily.BucketHistogram(new long[0], 1));
  }

  @Override
  public Family<Gauge> gauge(MetricSpec spec) {
    MetricFamily family =
        MetricSpec.Type.GAUGE == spec.type()
            ? register(new GaugeFamily(spec, labelNames(spec), limits(spec), budget, overflows))
            : refused(spec, "is not a gauge");
    return family instanceof GaugeFamily
        ? (GaugeFamily) family
        : new Nowhere<Gauge>(new GaugeFamily.StoredGauge());
  }

  @Override
  public void gauge(MetricSpec spec, DoubleSupplier value) {
    read(
        spec,
        new MetricSource() {
          @Override
          public void read(Sink sink) {
            sink.add(value.getAsDouble());
          }
        });
  }

  @Override
  public void read(MetricSpec spec, MetricSource source) {
    SourceFamily family = new SourceFamily(spec, labelNames(spec), source);
    if (register(family) != family && families.containsKey(spec.name())) {
      refused(spec, "is read from two sources");
    }
  }

  @Override
  public @Nullable MetricSpec declared(String name) {
    return declared.get(name);
  }

  @Override
  public void error(String source, Throwable error) {
    errors.series(source).add(1);
    notices.error(source, error);
  }

  @Override
  public void serving() {
    notices.serving();
  }

  @Override
  public void health(HealthSource source) {
    notices.health(source);
  }

  @Override
  public void problem(String text) {
    notices.problem(text);
  }

  /** All that is registered, in no order. Weakly consistent. */
  Collection<MetricFamily> families() {
    return families.values();
  }

  int seriesCount() {
    return budget.used();
  }

  /** A new scrape begins, for {@link PerScrape}. */
  void scrape() {
    scrapes.incrementAndGet();
  }

  /** How many began. */
  long scrapes() {
    return scrapes.get();
  }

  Settings settings() {
    return settings;
  }

  private @Nullable MetricFamily register(MetricFamily candidate) {
    MetricSpec spec = candidate.spec();
    MetricFamily existing = families.get(spec.name());
    if (existing == null) {
      String fault = NameRules.fault(spec);
      if (fault != null) {
        return refused(spec, fault);
      }
      synchronized (registration) {
        existing = families.get(spec.name());
        if (existing == null && isFree(spec)) {
          claim(spec);
          families.put(spec.name(), candidate);
          return candidate;
        }
      }
    }
    if (existing == null) {
      return refused(spec, "has the name of another metric");
    }
    return isSame(existing, candidate)
        ? existing
        : refused(spec, "was declared before with another type, other labels or as built in");
  }

  private boolean isFree(MetricSpec spec) {
    MetricSpec reserved = declared.get(spec.name());
    if (reserved != null) {
      return isDeclaration(reserved, spec);
    }
    if (NameRules.isOwn(spec.name())) {
      return false;
    }
    for (String name : NameRules.exposed(spec)) {
      String owner = owners.get(name);
      if (owner != null && !owner.equals(spec.name())) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(MetricFamily existing, MetricFamily candidate) {
    MetricSpec reserved = declared.get(candidate.spec().name());
    return existing.getClass() == candidate.getClass()
        && existing.spec().type() == candidate.spec().type()
        && existing.labelNames().equals(candidate.labelNames())
        && (reserved == null || isDeclaration(reserved, candidate.spec()));
  }

  private boolean isDeclaration(MetricSpec reserved, MetricSpec spec) {
    return reserved.type() == spec.type()
        && reserved.help().equals(spec.help())
        && labelNames(reserved).equals(labelNames(spec));
  }

  private void claim(MetricSpec spec) {
    for (String name : NameRules.exposed(spec)) {
      owners.putIfAbsent(name, spec.name());
    }
  }

  private @Nullable MetricFamily refused(MetricSpec spec, String fault) {
    conflicts.add(1);
    notices.problem(
        "metric " + LabelText.clean(spec.name()) + " is not recorded: it " + fault + ".");
    return null;
  }

  private SeriesFamily.Overflows overflowCounter() {
    MetricSpec spec = AgentMetrics.LABEL_OVERFLOW;
    // Without a listener of its own: an overflow of the overflow counter must not count itself.
    CounterFamily family = new CounterFamily(spec, labelNames(spec), limits(spec), budget, null);
    register(family);
    return new SeriesFamily.Overflows() {
      @Override
      public void count(String metric, String label) {
        family.series(metric, label).add(1);
      }
    };
  }

  private List<String> labelNames(MetricSpec spec) {
    List<String> names = new ArrayList<>(spec.labels().size());
    for (Label label : spec.labels()) {
      names.add(exposedName(label.name()));
    }
    return Collections.unmodifiableList(names);
  }

  /** Prometheus Operator has a label of its own that is called endpoint. */
  private String exposedName(String label) {
    if (!label.equals(ENDPOINT)) {
      return label;
    }
    String renamed = settings.text("metrics.endpoint-label");
    if (renamed.equals(label)) {
      return label;
    }
    String fault = NameRules.labelFault(renamed);
    if (fault != null) {
      notices.problem("metrics.endpoint-label " + fault + "; it stays \"" + label + "\".");
      return label;
    }
    return renamed;
  }

  private LabelLimit[] limits(MetricSpec spec) {
    List<Label> labels = spec.labels();
    LabelLimit[] found = new LabelLimit[labels.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = limit(labels.get(i));
    }
    return found;
  }

  private LabelLimit limit(Label label) {
    LabelLimit known = limits.get(label);
    if (known != null) {
      return known;
    }
    String key = label.capKey();
    LabelLimit created =
        new LabelLimit(key == null ? label.cap() : settings.number(key), label.isOptional());
    LabelLimit earlier = limits.putIfAbsent(label, created);
    return earlier == null ? created : earlier;
  }

  private double[] bounds(MetricSpec spec) {
    String key = spec.bucketsKey();
    List<String> configured = key == null ? Collections.<String>emptyList() : settings.list(key);
    if (!configured.isEmpty()) {
      double[] bounds = Buckets.parse(configured);
      if (bounds != null) {
        return bounds;
      }
      notices.problem(
          key + ": " + configured + " are not ascending numbers above 0; using the default.");
    }
    return Buckets.of(spec.buckets());
  }

  /** Records to a series that nobody reads. */
  private static final class Nowhere<S> implements Family<S> {
    private final S series;

    Nowhere(S series) {
      this.series = series;
    }

    @Override
    public S series(String... labelValues) {
      return series;
    }
  }
}
