// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A call whose stage has not completed yet. Ends once, even if a stage completes twice. */
abstract class StageCall extends AtomicBoolean implements BiConsumer<Object, @Nullable Throwable> {

  /** The call has ended. */
  abstract void ended(@Nullable Object value, @Nullable Throwable thrown);

  /**
   * Ends when {@code later} completes; at once if that is no stage, or one that takes no callback.
   */
  final void awaitEnd(@Nullable Object later) {
    if (!(later instanceof CompletionStage)) {
      accept(later, null);
      return;
    }
    try {
      // Whatever this returns is dropped: the application keeps the stage that it made.
      ((CompletionStage<?>) later).whenComplete(this);
    } catch (Throwable e) {
      accept(null, null); // a stage of the application's own
    }
  }

  @Override
  public final void accept(@Nullable Object value, @Nullable Throwable thrown) {
    if (compareAndSet(false, true)) {
      ended(value, thrown);
    }
  }
}
