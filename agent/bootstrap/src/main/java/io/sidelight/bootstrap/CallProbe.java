// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * Measures one kind of call, for example "a Redis command" or "calls of this annotated method".
 * Woven code reaches it through {@link Probes}, which is where exceptions stop.
 *
 * <p>No method blocks or keeps an argument after it returns, unless it says so. Safe for many
 * threads. Signatures use {@code java.lang} only: the bootstrap loader sees neither {@code
 * java.sql} nor any library.
 */
public abstract class CallProbe {

  /** For implementations in the agent loader. */
  protected CallProbe() {}

  /**
   * A call has ended.
   *
   * @param startNanos {@link System#nanoTime} at its begin
   * @param operation what was called, e.g. a command's name or a statement's text; null if unknown
   * @param subject the object that was called or what it returned, as the domain defines; may be
   *     null
   * @param thrown what the call threw; null if it returned
   */
  public abstract void end(
      long startNanos,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown);

  /**
   * A call begins. Only some advice tells that.
   *
   * @see Probes#begin
   */
  public void begin() {}

  /**
   * A call has ended, with all that can be seen of it. Only some advice tells that much. The
   * default ends it as {@link #end} with the result as subject.
   *
   * @param self the object that was called; null for a static method
   * @param arguments what the method was called with
   * @param result what it returned; null if nothing
   * @param thrown what it threw; null if it returned
   */
  public void endWith(
      long startNanos,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    end(startNanos, null, result, thrown);
  }

  /**
   * A call has returned an object that completes later, such as a {@code CompletionStage}: attaches
   * to it, and ends the call when it completes. The default ends the call at once.
   *
   * @param later what completes later; null if the call returned null
   */
  public void endWhenDone(long startNanos, @Nullable Object operation, @Nullable Object later) {
    end(startNanos, operation, later, null);
  }

  /**
   * A call has returned an object that runs whenever somebody subscribes to it, such as a {@code
   * Publisher}. What runs then is what counts. The default ends the call at once.
   *
   * @param self the object that was called; null for a static method
   * @param arguments what the method was called with
   * @return what the method returns in its place: one that does the same and is observed, of the
   *     type that the method is declared to return; or {@code result}
   */
  public @Nullable Object observed(
      long startNanos,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Object result) {
    endWith(startNanos, self, arguments, result, null);
    return result;
  }

  /**
   * Translates {@code value} once, so that later calls need no look-up, e.g. the text of a prepared
   * statement into the state kept on it.
   *
   * @return the state, to be passed as {@code operation} later; null if there is none
   */
  public @Nullable Object prepare(@Nullable Object value) {
    return null;
  }

  /** Counts an error of Sidelight itself, caught in the dispatcher. */
  public void failed(Throwable error) {}
}
