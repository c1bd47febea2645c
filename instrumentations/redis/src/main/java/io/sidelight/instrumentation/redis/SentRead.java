// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import io.sidelight.bootstrap.KeyReads;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way that reads values by keys. The client's thread that sends it learns its
 * keys, and the one that reads its reply, value by value, which of them are there.
 */
final class SentRead extends SentCommand implements KeyReads.Command {

  private final transient KeyUse keys;
  private final transient KeyPrefixes prefixes;
  private transient @Nullable AskedKeys asked;
  private boolean ignored;
  private int values;

  SentRead(CommandSeries command, long startNanos, KeyPrefixes prefixes) {
    super(command, startNanos);
    this.keys = command.keys;
    this.prefixes = prefixes;
  }

  @Override
  public boolean wantsKeys() {
    return !ignored && !get();
  }

  @Override
  public void ignored() {
    ignored = true;
  }

  @Override
  public void encoded(byte[] command) {
    EncodedCommand encoded = new EncodedCommand(command);
    int arguments = Math.min(encoded.words() - 1, keys == KeyUse.FIRST ? 1 : Integer.MAX_VALUE);
    AskedKeys found = null;
    values = 0;
    encoded.next(); // its name
    for (int i = 0; i < arguments; i++) {
      boolean whole = encoded.next();
      KeySeries key =
          whole ? prefixes.of(command, encoded.start(), encoded.end()) : prefixes.other();
      found = found == null ? key : found.and(key, prefixes.other());
    }
    asked = found;
  }

  @Override
  public void value(boolean there) {
    AskedKeys known = asked;
    if (known != null) {
      known.value(values++, there);
    }
  }

  @Override
  public void number(long number) {
    AskedKeys known = asked;
    if (known != null) {
      known.number(number);
    }
  }
}
