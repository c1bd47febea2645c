// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A call whose result is not there yet. Ends once, even if what it waits for ends twice. */
abstract class PendingCall extends AtomicBoolean
    implements BiConsumer<Object, @Nullable Throwable> {

  /** The call has ended. */
  abstract void ended(@Nullable Object value, @Nullable Throwable thrown);

  /** Whether {@code result} is one that {@link #awaitEnd} can wait for. */
  static boolean isLater(@Nullable Object result) {
    return result instanceof CompletionStage || ListenableFutures.is(result);
  }

  /**
   * Ends when {@code result} completes; at once if it does not complete later, or takes no
   * callback, as other futures do.
   */
  final void awaitEnd(@Nullable Object result) {
    try {
      if (result instanceof CompletionStage) {
        // Whatever this returns is dropped: the application keeps the stage that it made.
        ((CompletionStage<?>) result).whenComplete(this);
      } else if (result != null && ListenableFutures.is(result)) {
        ListenableFutures.whenComplete(result, this);
      } else {
        accept(result, null);
      }
    } catch (Throwable e) {
      accept(null, null); // a stage or future of the application's own
    }
  }

  @Override
  public final void accept(@Nullable Object value, @Nullable Throwable thrown) {
    if (compareAndSet(false, true)) {
      ended(value, thrown);
    }
  }
}
