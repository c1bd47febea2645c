// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.LabelText;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels that configuration adds to every metric: {@code metrics.common-labels=a=b,c=d}. */
final class CommonLabels {

  private CommonLabels() {}

  static Map<String, String> of(MetricStore store) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String pair : store.settings().list("metrics.common-labels")) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        store.problem("metrics.common-labels: \"" + pair + "\" is not name=value; left out.");
        continue;
      }
      String name = pair.substring(0, equals).trim();
      String fault = NameRules.labelFault(name);
      if (fault == null) {
        labels.put(name, LabelText.clean(pair.substring(equals + 1).trim()));
      } else {
        store.problem("metrics.common-labels " + fault + "; left out.");
      }
    }
    return labels;
  }
}
