// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jedis4;

import redis.clients.jedis.JedisPubSub;

/** Unsubscribes with the first message. */
public class Listener extends JedisPubSub {
  private final Thread publisher;

  Listener(Thread publisher) {
    this.publisher = publisher;
  }

  @Override
  public void onSubscribe(String channel, int count) {
    publisher.start();
  }

  @Override
  public void onMessage(String channel, String message) {
    unsubscribe();
  }

  // Since 4.2 these are generic; compiled against 4.0, they must be there as they are erased.

  public void onSubscribe(Object channel, int count) {
    publisher.start();
  }

  public void onMessage(Object channel, Object message) {
    unsubscribe();
  }
}
