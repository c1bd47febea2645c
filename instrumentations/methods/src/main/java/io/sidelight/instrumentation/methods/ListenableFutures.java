// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Guava's {@code ListenableFuture}, by name: it is on the application's class path, not here. What
 * is found of it is kept by the future's own class, so nothing here keeps a class loader.
 */
final class ListenableFutures extends ClassValue<Optional<Method>> {

  private static final ListenableFutures ADD_LISTENER = new ListenableFutures();
  private static final String TYPE = "com.google.common.util.concurrent.ListenableFuture";

  /** On the thread that completes the future: only a metric is recorded. */
  private static final Executor AT_ONCE =
      new Executor() {
        @Override
        public void execute(Runnable command) {
          command.run();
        }
      };

  private ListenableFutures() {}

  static boolean is(@Nullable Object result) {
    return result instanceof Future && ADD_LISTENER.get(result.getClass()).isPresent();
  }

  /** Passes on how {@code future}, which {@link #is} one, completes. */
  static void whenComplete(Object future, BiConsumer<Object, @Nullable Throwable> end)
      throws ReflectiveOperationException {
    Runnable listener =
        new Runnable() {
          @Override
          public void run() {
            tell((Future<?>) future, end);
          }
        };
    ADD_LISTENER.get(future.getClass()).get().invoke(future, listener, AT_ONCE);
  }

  private static void tell(Future<?> done, BiConsumer<Object, @Nullable Throwable> end) {
    // Even of a future that is done, get() refuses a thread that is interrupted.
    boolean interrupted = Thread.interrupted();
    try {
      end.accept(done.get(), null);
    } catch (ExecutionException e) {
      end.accept(null, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException | RuntimeException e) {
      end.accept(null, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  protected Optional<Method> computeValue(Class<?> type) {
    Class<?> contract = PublisherType.find(type, TYPE);
    try {
      return contract == null
          ? Optional.empty()
          : Optional.of(contract.getMethod("addListener", Runnable.class, Executor.class));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }
}
