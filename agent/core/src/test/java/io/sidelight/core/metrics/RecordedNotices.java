// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was said. */
public final class RecordedNotices implements Notices {

  public final List<String> problems = new CopyOnWriteArrayList<>();
  public final List<Throwable> errors = new CopyOnWriteArrayList<>();

  @Override
  public void problem(String text) {
    problems.add(text);
  }

  @Override
  public void error(String source, Throwable error) {
    errors.add(error);
  }

  @Override
  public void serving() {}
}
