// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.methods.Declared.Kind;
import io.sidelight.spi.Settings;
import io.sidelight.spi.WovenMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Annotations of one library and what they ask for, in the meaning that the library gives them. By
 * name: they are on the application's class path, not here. Immutable.
 */
abstract class AnnotationFamily {

  /** The key of those that are understood. */
  static final String KEY = "business.annotations";

  private final String id;
  private final List<String> types;

  /**
   * A family.
   *
   * @param id as the configuration has it
   * @param types the annotations' class names
   */
  AnnotationFamily(String id, String... types) {
    this.id = id;
    this.types = asList(types);
  }

  /** What a method's annotations of this family ask for is added. */
  abstract void declare(WovenMethod method, Declarations all);

  /** The annotations' class names. */
  final List<String> types() {
    return types;
  }

  /** All that Sidelight knows. */
  static List<AnnotationFamily> all() {
    return asList(
        new SidelightAnnotations(),
        new MicrometerAnnotations(),
        new MicroProfileAnnotations(),
        new DropwizardAnnotations(),
        new OpenTelemetryAnnotations());
  }

  /** Those that the configuration names, and annotations of the application's own. */
  static List<AnnotationFamily> of(Settings settings) {
    List<AnnotationFamily> found = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (String name : settings.list(KEY)) {
      AnnotationFamily known = known(name);
      if (known != null) {
        found.add(known);
      } else {
        own.add(name);
      }
    }
    if (!own.isEmpty()) {
      found.add(new OwnAnnotations(own.toArray(new String[0])));
    }
    return found;
  }

  private static @Nullable AnnotationFamily known(String id) {
    for (AnnotationFamily each : all()) {
      if (each.id.equals(id)) {
        return each;
      }
    }
    return null;
  }

  /** The annotations' class names of several families. */
  static String[] types(List<AnnotationFamily> families) {
    List<String> types = new ArrayList<>();
    for (AnnotationFamily each : families) {
      types.addAll(each.types);
    }
    return types.toArray(new String[0]);
  }

  /** A name as Prometheus can have it. */
  static String snake(String name) {
    return name.replaceAll("[^a-zA-Z0-9_]", "_");
  }

  static String text(Map<String, Object> values, String property) {
    return String.valueOf(values.getOrDefault(property, ""));
  }

  /** An annotation's values in our words; without a name its labels are left out. */
  static Map<String, Object> values(String name, String description, String... labels) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", snake(name));
    values.put("description", description);
    if (!name.isEmpty()) {
      String[] constants = labels.clone();
      for (int i = 0; i + 1 < constants.length; i += 2) {
        constants[i] = snake(constants[i]);
        constants[i + 1] = Expression.quoted(constants[i + 1]);
      }
      values.put("labels", constants);
    }
    return values;
  }

  /**
   * The name of a metric in libraries where it begins with the class's name unless it is absolute.
   *
   * @param otherwise what is named after the method, if it has no name
   */
  static String qualified(WovenMethod method, Map<String, Object> values, String otherwise) {
    String name = text(values, "name");
    if (Boolean.TRUE.equals(values.get("absolute"))) {
      return name.isEmpty() ? otherwise : name;
    }
    String last = name.isEmpty() ? otherwise : name;
    return last.isEmpty() ? "" : method.className() + "." + last;
  }

  /** What the annotations of one method ask for. Of one metric only the first counts. */
  static final class Declarations {
    private final List<Declared> all = new ArrayList<>();

    List<Declared> all() {
      return all;
    }

    void add(Kind kind, Map<String, Object> values) {
      Declared declared = Declared.of(kind, values);
      for (Declared each : all) {
        if (each.kind == kind && each.name.equals(declared.name)) {
          return;
        }
      }
      all.add(declared);
    }
  }
}
