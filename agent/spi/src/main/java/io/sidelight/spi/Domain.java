// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import io.sidelight.bootstrap.CallProbe;
import java.util.List;

/**
 * One kind of thing that is measured, whatever library does it: HTTP requests, database queries,
 * Redis commands. Within a domain only the outermost call on a thread counts.
 */
public interface Domain {

  /** Kebab-case; {@code instrument.<id>=false} switches it off, e.g. {@code "redis"}. */
  String id();

  /** Every metric that {@link #probe} may record. */
  List<MetricSpec> metrics();

  /**
   * Creates the one probe of this domain. Called once, when the first class of the domain is woven,
   * on the thread that loads that class: must not load application classes.
   */
  CallProbe probe(Meters meters, Settings settings);
}
