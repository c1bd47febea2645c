// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.bootstrap.CacheProbe;
import io.sidelight.bootstrap.Carrier;
import io.sidelight.spi.Getter;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.ObjectReader;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All caches that are reachable. */
final class LiveCaches extends CacheProbe {

  /** A cache in front of one in front of one, and so on. */
  private static final int MOST_LAYERS = 5;

  private final Meters meters;
  private final List<CacheReader> readers;
  private final CacheSeries.Families families;
  private final int maxNames;
  private final BuildSites sites = new BuildSites();
  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** By type, then by name; guarded by this. */
  private final Map<String, Map<String, CacheSeries>> series = new HashMap<>();

  /** Guarded by this. */
  private final Set<String> admitted = new HashSet<>();

  LiveCaches(Meters meters, int maxNames, List<CacheReader> readers) {
    this.meters = meters;
    this.maxNames = maxNames;
    this.readers = readers;
    families = new CacheSeries.Families(meters);
    meters.read(
        CacheMetrics.SIZE,
        new MetricSource() {
          @Override
          public void read(Sink sink) {
            tellSizes(sink);
          }
        });
  }

  private static final class Entry extends WeakReference<Object> {
    final LiveCache known;
    final CacheReader reader;

    Entry(Object cache, LiveCache known, CacheReader reader, ReferenceQueue<Object> gone) {
      super(cache, gone);
      this.known = known;
      this.reader = reader;
    }
  }

  @Override
  protected LiveCache open(Object cache, @Nullable String name) {
    return open(cache, name, MOST_LAYERS);
  }

  private LiveCache open(Object cache, @Nullable String name, int layers) {
    forgetThoseGone();
    CacheReader reader = ObjectReader.nearest(readers, cache);
    // Asked without our lock: it may take locks of the library, whose owner may wait for ours.
    String told = name == null ? told(reader, cache) : name;
    CacheSeries series = series(reader.type(), told == null ? sites.name() : told);
    LiveCache inner = layers == 0 ? null : inner(reader, cache, layers);
    if (inner != null && !inner.series().type.equals(series.type)) {
      inner.become(series);
    }
    LiveCache covered = inner == null ? covered(reader, cache) : null;
    LiveCache its = watch(cache, new LiveCache(series, reader, inner, covered));
    for (Getter part : reader.parts()) {
      carry(its, read(part, cache));
    }
    return its;
  }

  /** The cache that tells size and evictions for that one; null if none does. */
  private @Nullable LiveCache covered(CacheReader reader, Object cache) {
    for (Getter getter : reader.covered()) {
      Object behind = read(getter, cache);
      LiveCache known = behind == null ? null : known(behind);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private synchronized void carry(LiveCache its, @Nullable Object part) {
    if (part instanceof Carrier && known(part) == null) {
      ((Carrier) part).sidelight$state(its);
      entries.add(new Entry(part, its, ObjectReader.nearest(readers, part), gone));
    }
  }

  private @Nullable Object read(Getter getter, Object cache) {
    try {
      return getter.read(cache);
    } catch (ReflectiveOperationException e) {
      unreadable(cache, e);
      return null;
    }
  }

  /** Of several threads that open a cache at once, all get what the first has made. */
  private synchronized LiveCache watch(Object cache, LiveCache made) {
    LiveCache known = known(cache);
    if (known != null) {
      return known;
    }
    if (cache instanceof Carrier) {
      ((Carrier) cache).sidelight$state(made);
    }
    if (made.inner == null) {
      entries.add(new Entry(cache, made, made.reader, gone));
    }
    return made;
  }

  private static @Nullable LiveCache known(Object cache) {
    Object state = cache instanceof Carrier ? ((Carrier) cache).sidelight$state() : null;
    return state instanceof LiveCache ? (LiveCache) state : null;
  }

  private void forgetThoseGone() {
    for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
      entries.remove(each);
    }
  }

  private @Nullable String told(CacheReader reader, Object cache) {
    try {
      return reader.name(cache);
    } catch (ReflectiveOperationException e) {
      unreadable(cache, e);
      return null;
    }
  }

  private synchronized CacheSeries series(String type, String given) {
    String name = given;
    if (!admitted.contains(name)) {
      if (admitted.size() < maxNames) {
        admitted.add(name);
      } else {
        name = Label.OTHER;
      }
    }
    Map<String, CacheSeries> ofType = series.get(type);
    if (ofType == null) {
      ofType = new HashMap<>();
      series.put(type, ofType);
    }
    CacheSeries known = ofType.get(name);
    if (known == null) {
      known = new CacheSeries(type, name, families);
      ofType.put(name, known);
    }
    return known;
  }

  /** What counts behind that cache; null if nothing does. */
  private @Nullable LiveCache inner(CacheReader reader, Object cache, int layers) {
    for (Getter getter : reader.inner()) {
      Object behind = read(getter, cache);
      LiveCache known = behind == cache ? null : counting(behind, layers - 1);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private @Nullable LiveCache counting(@Nullable Object cache, int layers) {
    if (!(cache instanceof Carrier)) {
      return null;
    }
    LiveCache known = known(cache);
    if (known == null && ObjectReader.nearestOrNull(readers, cache) != null) {
      known = open(cache, null, layers);
    }
    while (known != null && known.inner != null) {
      known = known.inner;
    }
    return known;
  }

  /** The sum of the sizes of all caches of one name. */
  void tellSizes(MetricSource.Sink sink) {
    forgetThoseGone();
    Map<CacheSeries, Double> sums = new HashMap<>();
    for (Entry each : entries) {
      Object cache = each.get();
      double size = cache == null ? Double.NaN : size(each.reader, cache);
      if (!Double.isNaN(size)) {
        Double before = sums.get(each.known.series());
        sums.put(each.known.series(), before == null ? size : before + size);
      }
    }
    for (Map.Entry<CacheSeries, Double> sum : sums.entrySet()) {
      sink.add(sum.getValue(), sum.getKey().type, sum.getKey().name);
    }
  }

  private double size(CacheReader reader, Object cache) {
    try {
      return reader.value(CacheReader.Value.SIZE, cache);
    } catch (ReflectiveOperationException e) {
      unreadable(cache, e);
      return Double.NaN;
    }
  }

  private void unreadable(Object cache, ReflectiveOperationException error) {
    // What a getter throws is the cache's matter, e.g. that it is closed.
    if (!(error instanceof InvocationTargetException)) {
      meters.problem(
          "cache: " + cache.getClass().getName() + " does not tell all that is asked: " + error);
    }
  }

  @Override
  public void failed(Throwable error) {
    meters.error("cache", error);
  }
}
