// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.HealthSource;

/** Where the metrics turn to when people, or the rest of the agent, should know. Never throws. */
public interface Notices {

  /** Something that the operator or developer should change; not repeated for equal texts. */
  void problem(String text);

  /** An error of Sidelight itself; at most one a minute for each source. */
  void error(String source, Throwable error);

  /** The application answers requests. */
  void serving();

  /** The health of these parts is to be looked after from now on. By default nobody does. */
  default void health(HealthSource source) {}
}
