// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A call whose stage has not completed yet. Ends once, even if a stage completes twice. */
final class StageCall extends AtomicBoolean implements BiConsumer<Object, @Nullable Throwable> {

  private final transient MethodProbe probe;
  private final long startNanos;

  StageCall(MethodProbe probe, long startNanos) {
    this.probe = probe;
    this.startNanos = startNanos;
  }

  @Override
  public void accept(@Nullable Object value, @Nullable Throwable thrown) {
    if (compareAndSet(false, true)) {
      probe.end(startNanos, null, null, thrown);
    }
  }
}
