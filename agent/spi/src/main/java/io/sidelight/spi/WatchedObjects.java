// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Objects of libraries, such as pools, that are asked at each scrape. Held weakly: one that was
 * closed, or is no longer reachable, is not there any more.
 *
 * <p>Each has a name of its own, so that two objects never share a series while both are there, and
 * one that is closed and opened again goes on with its old name. Past a number of names all others
 * are {@link Label#OTHER}, and their values are summed.
 *
 * <p>Safe for many threads.
 *
 * @param <T> what is known of one
 */
public final class WatchedObjects<T extends WatchedObjects.Watched> {

  private final String area;
  private final int maxNames;
  private final Meters meters;
  private final List<Entry<T>> entries = new CopyOnWriteArrayList<>();

  /** Guarded by this. */
  private final Set<String> admitted = new HashSet<>();

  /**
   * Nothing yet.
   *
   * @param area whose problems are told
   * @param maxNames as the cap of the label that has the names
   */
  public WatchedObjects(String area, int maxNames, Meters meters) {
    this.area = area;
    this.maxNames = maxNames;
    this.meters = meters;
  }

  /** What is known of one object. */
  public interface Watched {

    /** Tells its name, at first and whenever it changes. */
    void named(String name);
  }

  /** Something that can be said about an object at a scrape. */
  public interface Fact<T> {

    /**
     * The present value.
     *
     * @return {@code NaN} leaves it out
     * @throws ReflectiveOperationException if the object could not be asked
     */
    double of(T watched, Object source) throws ReflectiveOperationException;
  }

  private static final class Entry<T> {
    final T watched;
    final ObjectReader<?, ?> reader;
    final WeakReference<Object> source;
    @Nullable String given;
    volatile String name = Label.OTHER;

    Entry(T watched, ObjectReader<?, ?> reader, Object source) {
      this.watched = watched;
      this.reader = reader;
      this.source = new WeakReference<>(source);
    }
  }

  /**
   * Watches an object from now on.
   *
   * @param source compared by identity; asked again for one that is watched, this returns what is
   *     known of it
   * @param make what is known of a new one
   */
  public T open(Object source, ObjectReader<?, ?> reader, Supplier<T> make) {
    // Asked without our lock: it may take locks of the library, whose owner may wait for ours.
    String given = given(reader, source);
    synchronized (this) {
      for (Entry<T> each : living()) {
        if (each.source.get() == source) {
          return each.watched;
        }
      }
      Entry<T> entry = new Entry<>(make.get(), reader, source);
      name(entry, given);
      entries.add(entry);
      return entry.watched;
    }
  }

  /** Watches it no longer. */
  public void close(T watched) {
    entries.removeIf(
        new Predicate<Entry<T>>() {
          @Override
          public boolean test(Entry<T> each) {
            return each.watched == watched;
          }
        });
  }

  private List<Entry<T>> living() {
    entries.removeIf(
        new Predicate<Entry<T>>() {
          @Override
          public boolean test(Entry<T> each) {
            return each.source.get() == null;
          }
        });
    return entries;
  }

  private void name(Entry<T> entry, @Nullable String given) {
    String base = given == null ? entry.reader.base() : given;
    String name = given == null ? base + "-1" : base;
    for (int number = 2; isInUse(name, entry); number++) {
      name = base + "-" + number;
    }
    if (!admitted.contains(name)) {
      if (admitted.size() < maxNames) {
        admitted.add(name);
      } else {
        name = Label.OTHER;
      }
    }
    entry.given = given;
    entry.name = name;
    entry.watched.named(name);
  }

  private boolean isInUse(String name, Entry<T> by) {
    for (Entry<T> each : entries) {
      if (each != by && each.name.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String given(ObjectReader<?, ?> reader, Object source) {
    try {
      return reader.name(source);
    } catch (ReflectiveOperationException e) {
      unreadable(source, e);
      return null;
    }
  }

  private void follow(Entry<T> entry, Object source) {
    String given = given(entry.reader, source);
    synchronized (this) {
      if (given != null && !given.equals(entry.given)) {
        name(entry, given);
      }
    }
  }

  private void unreadable(Object source, ReflectiveOperationException error) {
    // What a getter throws is the object's matter, e.g. that it closes at this moment.
    if (!(error instanceof InvocationTargetException)) {
      meters.problem(
          area + ": " + source.getClass().getName() + " does not tell all that is asked: " + error);
    }
  }

  /** That fact of every object, by its name, for a metric with no other label. */
  public MetricSource values(Fact<? super T> fact) {
    return new MetricSource() {
      @Override
      public void read(Sink sink) {
        Map<String, Double> sums = new TreeMap<>();
        for (Entry<T> each : living()) {
          add(each, fact, sums);
        }
        for (Map.Entry<String, Double> sum : sums.entrySet()) {
          sink.add(sum.getValue(), sum.getKey());
        }
      }
    };
  }

  private void add(Entry<T> entry, Fact<? super T> fact, Map<String, Double> sums) {
    Object source = entry.source.get();
    if (source == null) {
      return;
    }
    follow(entry, source);
    try {
      double value = fact.of(entry.watched, source);
      Double before = sums.get(entry.name);
      if (!Double.isNaN(value)) {
        sums.put(entry.name, before == null ? value : before + value);
      }
    } catch (ReflectiveOperationException e) {
      unreadable(source, e);
    }
  }
}
