// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisErrorTest {

  @ParameterizedTest
  @CsvSource({
    "MOVED 7000 127.0.0.1:7001,              MOVED",
    "ASK 7000 127.0.0.1:7001,                MOVED",
    "TRYAGAIN Multiple keys request,         MOVED",
    "CLUSTERDOWN The cluster is down,        MOVED",
    "NOAUTH Authentication required.,        NOAUTH",
    "WRONGPASS invalid username-password,    NOAUTH",
    "NOPERM this user has no permissions,    NOAUTH",
    "OOM command not allowed,                OOM",
    "OOM,                                    OOM",
    "WRONGTYPE Operation against a key,      OTHER",
    "ERR OOM,                                OTHER",
    "LOADING Redis is loading the dataset,   OTHER",
    "moved away,                             OTHER",
  })
  void aReplyIsToldByItsCode(String text, RedisError error) {
    assertThat(RedisError.of(text)).isEqualTo(error);
    assertThat(RedisError.of(new IllegalStateException(text))).isEqualTo(error);
  }

  @Test
  void anExceptionIsToldByItsClassAndItsCauses() {
    assertThat(RedisError.of(new TimeoutException())).isEqualTo(RedisError.TIMEOUT);
    assertThat(RedisError.of(new ConnectException())).isEqualTo(RedisError.CONNECTION);
    assertThat(RedisError.of(new ClosedChannelException())).isEqualTo(RedisError.CONNECTION);
    assertThat(RedisError.of(new IllegalStateException(new IOException(new Throwable()))))
        .isEqualTo(RedisError.CONNECTION);
    assertThat(RedisError.of(new IOException(new SocketTimeoutException())))
        .isEqualTo(RedisError.TIMEOUT);
    assertThat(RedisError.of(new CancellationException())).isEqualTo(RedisError.OTHER);
    assertThat(RedisError.of(null)).isEqualTo(RedisError.OTHER);
    assertThat(RedisError.of(7)).isEqualTo(RedisError.OTHER);
  }

  @Test
  void anExceptionAfterSeveralAttemptsIsToldByTheLastOne() {
    Throwable last = new IllegalStateException("No more attempts left.");
    last.addSuppressed(new IllegalStateException(new SocketTimeoutException()));

    assertThat(RedisError.of(last)).isEqualTo(RedisError.TIMEOUT);
  }

  @Test
  void causesThatGoRoundEnd() {
    Throwable first = new IllegalStateException("first");
    first.initCause(new IllegalStateException("second", first));

    assertThat(RedisError.of(first)).isEqualTo(RedisError.OTHER);
  }

  @Test
  void labelsAreLowerCase() {
    assertThat(RedisError.CONNECTION.label()).isEqualTo("connection");
  }
}
