// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.methods.Declared.Kind;
import io.sidelight.spi.WovenMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Micrometer's, on methods. Labels are {@code status} and the extra tags: class, method and
 * exception, which its aspects add, are those of the metric without a name.
 */
final class MicrometerAnnotations extends AnnotationFamily {

  private static final String TIMED = "io.micrometer.core.annotation.Timed";
  private static final String TIMED_SET = "io.micrometer.core.annotation.TimedSet";
  private static final String COUNTED = "io.micrometer.core.annotation.Counted";
  private static final String METER_TAG = "io.micrometer.core.aop.MeterTag";
  private static final String OBSERVED = "io.micrometer.observation.annotation.Observed";

  /** The names that its aspects give what has none. */
  private static final String[] DEFAULT_NAMES = {
    "method.timed", "method.counted", "method.observed"
  };

  MicrometerAnnotations() {
    super("micrometer", TIMED, TIMED_SET, COUNTED, OBSERVED);
  }

  @Override
  void declare(WovenMethod method, Declarations all) {
    timed(method, method.annotation(TIMED), all);
    Map<String, Object> set = method.annotation(TIMED_SET);
    Object several = set == null ? null : set.get("value");
    if (several instanceof Map<?, ?>[]) {
      for (Map<?, ?> each : (Map<?, ?>[]) several) {
        timed(method, nested(each), all);
      }
    }
    Map<String, Object> counted = method.annotation(COUNTED);
    if (counted != null) {
      Map<String, Object> values = translated(counted, "value", "extraTags");
      addTags(method, values);
      values.put("failuresOnly", counted.getOrDefault("recordFailuresOnly", false));
      all.add(Kind.COUNTER, values);
    }
    Map<String, Object> observed = method.annotation(OBSERVED);
    if (observed != null) {
      all.add(Kind.TIMER, translated(observed, "name", "lowCardinalityKeyValues"));
    }
  }

  private static void timed(
      WovenMethod method, @Nullable Map<String, Object> timed, Declarations all) {
    if (timed == null) {
      return;
    }
    Map<String, Object> values = translated(timed, "value", "extraTags");
    if (Boolean.TRUE.equals(timed.get("longTask"))) {
      all.add(Kind.RUNNING, values);
    } else {
      addTags(method, values);
      all.add(Kind.TIMER, values);
    }
  }

  /** Those of arguments; what a resolver of the application would say is left out. */
  private static void addTags(WovenMethod method, Map<String, Object> values) {
    List<String> labels =
        new ArrayList<>(asList((String[]) values.getOrDefault("labels", new String[0])));
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      Map<String, Object> tag = method.parameterAnnotation(i, METER_TAG);
      if (tag != null && !tag.containsKey("resolver")) {
        String key = text(tag, "value").isEmpty() ? text(tag, "key") : text(tag, "value");
        String path = text(tag, "expression");
        labels.add(snake(key));
        labels.add("#" + i + (path.isEmpty() ? "" : "." + path));
      }
    }
    if (!text(values, "name").isEmpty()) {
      values.put("labels", labels.toArray(new String[0]));
    }
  }

  private static Map<String, Object> translated(
      Map<String, Object> its, String nameProperty, String tagsProperty) {
    String name = text(its, nameProperty);
    for (String each : DEFAULT_NAMES) {
      name = name.equals(each) ? "" : name;
    }
    return values(
        name, text(its, "description"), (String[]) its.getOrDefault(tagsProperty, new String[0]));
  }

  @SuppressWarnings("unchecked") // The reader's own, as it made them.
  private static Map<String, Object> nested(Map<?, ?> values) {
    return (Map<String, Object>) values;
  }
}
