// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ErrorCounterTest {

  private final List<String> counted = new ArrayList<>();
  private final ErrorCounter errors = new ErrorCounter(meters(), "business");

  @Test
  void wrappersCountAsWhatTheyWrap() {
    IllegalStateException own = new IllegalStateException("refused");
    errors.count(own);
    errors.count(new CompletionException(new ExecutionException(own)));
    errors.count(new InvocationTargetException(own));
    errors.count(new RuntimeException(own));

    assertThat(counted)
        .containsExactly(
            "IllegalStateException",
            "IllegalStateException",
            "IllegalStateException",
            "RuntimeException");
  }

  @Test
  void aWrapperOfNothingIsItselfAndSoIsTheNinth() {
    errors.count(new CompletionException("nothing", null));
    Throwable deep = new IllegalStateException("refused");
    for (int i = 0; i < 9; i++) {
      deep = new CompletionException(deep);
    }
    errors.count(deep);

    assertThat(counted).containsExactly("CompletionException", "CompletionException");
  }

  @Test
  void anAnonymousClassIsWhatItExtends() {
    errors.count(new IllegalStateException("own") {});
    errors.count("ErrorReply");

    assertThat(counted).containsExactly("IllegalStateException", "ErrorReply");
  }

  private Meters meters() {
    Family<Counter> family =
        labels -> {
          assertThat(labels[1]).isEqualTo("business");
          return amount -> counted.add(labels[0]);
        };
    return (Meters)
        Proxy.newProxyInstance(
            Meters.class.getClassLoader(),
            new Class<?>[] {Meters.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("counter");
              return family;
            });
  }
}
