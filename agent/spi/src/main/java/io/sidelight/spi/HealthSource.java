// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.util.List;

/** The parts of one component, such as all pools of connections to databases. */
public interface HealthSource {

  /** The component in {@code /health} and in metrics, in snake case, e.g. {@code "database"}. */
  String component();

  /**
   * Those that there are now. The same objects for the same parts; what was closed is not among
   * them. Called every second: must be quick and take no lock of the application.
   */
  List<? extends HealthCheck> checks();
}
