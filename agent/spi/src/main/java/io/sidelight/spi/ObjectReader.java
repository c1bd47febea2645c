// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How objects of one library, such as pools, are asked for their name and for values. Built like a
 * sentence and not changed afterwards.
 *
 * <p>Asking may take the object's own locks, as its management bean does.
 *
 * @param <V> what there is to ask
 * @param <S> the reader itself
 */
public abstract class ObjectReader<V extends Enum<V>, S extends ObjectReader<V, S>> {

  private final String base;
  private final List<String> types = new ArrayList<>();
  private final Map<V, List<Getter>> getters;
  private @Nullable Getter name;
  private @Nullable Pattern generated;

  /**
   * For objects of these types and of those that extend or implement them.
   *
   * @param values the class of {@code V}
   * @param base what the domain calls objects that have no name, or their kind
   */
  protected ObjectReader(Class<V> values, String base, String... types) {
    this.base = base;
    for (String type : types) {
      this.types.add(type);
    }
    getters = new EnumMap<>(values);
  }

  /** Returns this. */
  protected abstract S self();

  /** This getter tells the name. */
  public final S named(String getter) {
    name = new Getter(getter);
    return self();
  }

  /**
   * As {@link #named(String)}, but names like this one nobody has given.
   *
   * @param generatedName a regular expression
   */
  public final S named(String getter, String generatedName) {
    generated = Pattern.compile(generatedName);
    return named(getter);
  }

  /** This getter, or the sum of several, tells that value; see {@link Getter#Getter(String)}. */
  public final S with(V value, String... paths) {
    List<Getter> list = new ArrayList<>();
    for (String path : paths) {
      list.add(new Getter(path));
    }
    getters.put(value, list);
    return self();
  }

  /** What the domain calls objects that have no name, or their kind. */
  public final String base() {
    return base;
  }

  /**
   * As {@link #nearestOrNull}.
   *
   * @throws IllegalStateException if there is none
   */
  public static <R extends ObjectReader<?, ?>> R nearest(List<R> readers, Object source) {
    R found = nearestOrNull(readers, source);
    if (found == null) {
      throw new IllegalStateException("nobody can read " + source.getClass().getName());
    }
    return found;
  }

  /**
   * The one for that object: for its class, else for the nearest that its class extends, where what
   * a class implements comes after the class itself. Null if there is none.
   */
  public static <R extends ObjectReader<?, ?>> @Nullable R nearestOrNull(
      List<R> readers, Object source) {
    for (Class<?> type = source.getClass(); type != null; type = type.getSuperclass()) {
      for (R reader : readers) {
        if (reader.types().contains(type.getName())) {
          return reader;
        }
      }
      for (R reader : readers) {
        if (reader.isImplementedBy(type)) {
          return reader;
        }
      }
    }
    return null;
  }

  final boolean isImplementedBy(Class<?> type) {
    for (Class<?> each : type.getInterfaces()) {
      if (types.contains(each.getName()) || isImplementedBy(each)) {
        return true;
      }
    }
    return false;
  }

  final List<String> types() {
    return types;
  }

  /** Whether the library itself has that value. */
  public final boolean tells(V value) {
    return getters.containsKey(value);
  }

  /**
   * The present value.
   *
   * @return {@code NaN} if the object does not have it, or cannot tell now
   * @throws ReflectiveOperationException if the object could not be asked
   */
  public final double value(V value, Object source) throws ReflectiveOperationException {
    List<Getter> known = getters.get(value);
    if (known == null) {
      return Double.NaN;
    }
    double sum = 0;
    for (Getter getter : known) {
      Object number = getter.read(source);
      sum += number instanceof Number ? ((Number) number).doubleValue() : Double.NaN;
    }
    return sum;
  }

  /**
   * The name that somebody gave the object; null if nobody did.
   *
   * @throws ReflectiveOperationException if the object could not be asked
   */
  public final @Nullable String name(Object source) throws ReflectiveOperationException {
    Object found = name == null ? null : name.read(source);
    String text = found instanceof String ? ((String) found).replace("\"", "") : "";
    boolean given = generated == null || !generated.matcher(text).matches();
    return given && !text.isEmpty() ? text : null;
  }
}
