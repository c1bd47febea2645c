// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The dispatcher for commands that read values by their keys, from a store that serves as a cache:
 * which keys they ask for, and for which there is a value. A connection that answers in order is a
 * {@link Carrier} of its {@link Connection}; a client that has an object for each command lets that
 * carry a {@link Command}. What carries something else is not asked for keys.
 *
 * <p>No method throws, blocks, takes a lock or keeps an array. Safe for many threads, each with its
 * own connection or command.
 */
public final class KeyReads {

  /** More of a command is not looked at. */
  private static final int LONGEST = 1 << 16;

  private KeyReads() {}

  /** What wants to know the keys of commands. */
  public interface Reader {

    /** Whether the command that was sent last, or this one, is of interest. */
    boolean wantsKeys();
  }

  /** A connection. */
  public interface Connection extends Reader {

    /** The next argument of the command that was sent last; not its name. */
    void argument(byte[] argument);

    /**
     * There is the reply to the oldest command that has none.
     *
     * @param reply null, a byte array, a number, or a list of replies
     */
    void replied(@Nullable Object reply);
  }

  /** A command with an object of its own. */
  public interface Command extends Reader {

    /** Its reply does not tell what it reads, as in a transaction. */
    void ignored();

    /** It is sent, or sent again, as these bytes in Redis' protocol, perhaps cut off. */
    void encoded(byte[] command);

    /** The next value of its reply: whether there is one. */
    void value(boolean there);

    /** Its reply is this number. */
    void number(long number);
  }

  /** Whether the keys of what was sent last are wanted. */
  public static boolean wantsKeys(@Nullable Object carrier) {
    Object state = Probes.state(carrier);
    return state instanceof Reader && ((Reader) state).wantsKeys();
  }

  /** As {@link Connection#argument}. */
  public static void argument(int probe, @Nullable Object connection, byte[] argument) {
    Object state = Probes.state(connection);
    if (state instanceof Connection) {
      try {
        ((Connection) state).argument(argument);
      } catch (Throwable e) {
        failed(probe, e);
      }
    }
  }

  /** As {@link Connection#replied}. */
  public static void replied(int probe, @Nullable Object connection, @Nullable Object reply) {
    Object state = Probes.state(connection);
    if (state instanceof Connection) {
      try {
        ((Connection) state).replied(reply);
      } catch (Throwable e) {
        failed(probe, e);
      }
    }
  }

  /** As {@link Command#ignored}. */
  public static void ignored(Object command) {
    Object state = Probes.state(command);
    if (state instanceof Command) {
      ((Command) state).ignored();
    }
  }

  /** Room for a command of that length, or for its beginning if it is very long. */
  public static byte[] bytes(int length) {
    return new byte[Math.max(0, Math.min(length, LONGEST))];
  }

  /**
   * As {@link Command#encoded}.
   *
   * @param output what takes the reply, and is told of in {@link #value} and {@link #number}
   */
  public static void encoded(int probe, Object command, @Nullable Object output, byte[] bytes) {
    Object state = Probes.state(command);
    if (state instanceof Command && output instanceof Carrier) {
      try {
        ((Command) state).encoded(bytes);
        ((Carrier) output).sidelight$state(state);
      } catch (Throwable e) {
        failed(probe, e);
      }
    }
  }

  /** As {@link Command#value}. */
  public static void value(int probe, Object output, boolean there) {
    Object state = Probes.state(output);
    if (state instanceof Command) {
      try {
        ((Command) state).value(there);
      } catch (Throwable e) {
        failed(probe, e);
      }
    }
  }

  /** As {@link Command#number}. */
  public static void number(int probe, Object output, long number) {
    Object state = Probes.state(output);
    if (state instanceof Command) {
      try {
        ((Command) state).number(number);
      } catch (Throwable e) {
        failed(probe, e);
      }
    }
  }

  private static void failed(int probe, Throwable error) {
    Probes.failed(Probes.probe(probe), error);
  }
}
