// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TextCacheTest {

  @Test
  void itKnowsWhatItWasTold() {
    TextCache<Integer> cache = new TextCache<>(16, 10);
    assertThat(cache.get("one")).isNull();
    cache.put("one", 1);
    assertThat(cache.get("one")).isEqualTo(1);
    assertThat(cache.get(String.join("", "o", "ne"))).isEqualTo(1);
    assertThat(cache.get("two")).isNull();
  }

  @Test
  void aTextThatIsTooLongIsNotKept() {
    TextCache<Integer> cache = new TextCache<>(16, 3);
    cache.put("long", 1);
    assertThat(cache.get("long")).isNull();
  }

  @Test
  void textsThatAreAskedForAgainOutliveAFloodOfOthers() {
    TextCache<Integer> cache = new TextCache<>(1024, 100);
    int missed = 0;
    for (int i = 0; i < 1_000_000; i++) {
      String fresh = "select * from t where id = " + i;
      assertThat(cache.get(fresh)).isNull();
      cache.put(fresh, i);
      String again = "select " + i % 20;
      if (cache.get(again) == null) {
        missed++;
        cache.put(again, i % 20);
      }
    }
    assertThat(missed).as("of a million").isLessThan(2_000);
  }

  @Test
  void itNeverHoldsMoreThanItsSize() {
    TextCache<Integer> cache = new TextCache<>(64, 100);
    for (int i = 0; i < 10_000; i++) {
      cache.put("text " + i, i);
    }
    int known = 0;
    for (int i = 0; i < 10_000; i++) {
      known += cache.get("text " + i) == null ? 0 : 1;
    }
    assertThat(known).isBetween(32, 64);
  }

  @Test
  void manyThreadsGetTheValueOfTheirText() throws Exception {
    TextCache<Integer> cache = new TextCache<>(64, 100);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> task =
          () -> {
            int wrong = 0;
            for (int i = 0; i < 200_000; i++) {
              int number = i % 200;
              Integer known = cache.get("text " + number);
              if (known == null) {
                cache.put("text " + number, number);
              } else if (known != number) {
                wrong++;
              }
            }
            return wrong;
          };
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        results.add(threads.submit(task));
      }
      for (Future<Integer> result : results) {
        assertThat(result.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theSizeIsAPowerOfTwo() {
    assertThatThrownBy(() -> new TextCache<>(1000, 10)).hasMessageContaining("1000");
    assertThatThrownBy(() -> new TextCache<>(1, 10)).hasMessageContaining("1");
  }
}
