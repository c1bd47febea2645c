// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.bootstrap.RequestProbe.Parked;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParkedRequestsTest {

  @Test
  void aRequestIsFoundByIdentityAndOnce() {
    ParkedRequests parked = new ParkedRequests(10);
    String request = new String("equal");
    Parked value = new Parked(1, 0, null);
    parked.put(request, value);

    assertThat(parked.take(new String("equal"))).isNull();
    assertThat(parked.take(request)).isSameAs(value);
    assertThat(parked.take(request)).isNull();
    assertThat(parked.size()).isZero();
  }

  @Test
  void thereIsALimit() {
    ParkedRequests parked = new ParkedRequests(2);

    assertThat(parked.put(new Object(), new Parked(1, 0, null))).isTrue();
    assertThat(parked.put(new Object(), new Parked(1, 0, null))).isTrue();
    assertThat(parked.put(new Object(), new Parked(1, 0, null))).isFalse();
    assertThat(parked.size()).isEqualTo(2);
  }

  @Test
  void manyThreadsLoseNothing() throws InterruptedException {
    ParkedRequests parked = new ParkedRequests(100_000);
    AtomicInteger wrong = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      Thread thread = new Thread(() -> wrong.addAndGet(parkAndTake(parked)));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(wrong).hasValue(0);
    assertThat(parked.size()).isZero();
  }

  private static int parkAndTake(ParkedRequests parked) {
    int wrong = 0;
    for (int round = 0; round < 20; round++) {
      List<Object> requests = new ArrayList<>();
      List<Parked> values = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        requests.add(new Object());
        values.add(new Parked(i, 0, null));
        parked.put(requests.get(i), values.get(i));
      }
      for (int i = 0; i < 2_000; i++) {
        wrong += parked.take(requests.get(i)) == values.get(i) ? 0 : 1;
      }
    }
    return wrong;
  }
}
