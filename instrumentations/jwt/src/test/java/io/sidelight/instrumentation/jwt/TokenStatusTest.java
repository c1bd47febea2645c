// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SignatureException;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenStatusTest {

  /** As Spring Security and Nimbus call theirs. */
  private static final class JwtValidationException extends RuntimeException {
    JwtValidationException(@Nullable String message) {
      super(message);
    }
  }

  private static final class BadJwtException extends RuntimeException {
    BadJwtException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  private static final class BadJWSException extends Exception {}

  private static final class BadJOSEException extends Exception {}

  @Test
  void nothingThrownIsValid() {
    assertThat(TokenStatus.of(null)).isEqualTo(TokenStatus.VALID);
  }

  @Test
  void theClassOfTheExceptionOrOfItsCausesTells() {
    assertThat(TokenStatus.of(new SignatureException())).isEqualTo(TokenStatus.BAD_SIGNATURE);
    assertThat(TokenStatus.of(new ParseException("", 0))).isEqualTo(TokenStatus.MALFORMED);
    assertThat(TokenStatus.of(new BadJwtException("no", new BadJWSException())))
        .isEqualTo(TokenStatus.BAD_SIGNATURE);
    assertThat(TokenStatus.of(new BadJwtException("no", new BadJOSEException())))
        .isEqualTo(TokenStatus.REJECTED);
    assertThat(TokenStatus.of(new IllegalStateException())).isEqualTo(TokenStatus.REJECTED);
  }

  @Test
  void whereOneClassStandsForAllItsMessageTells() {
    assertThat(TokenStatus.of(new JwtValidationException("Jwt expired at 2020-01-01")))
        .isEqualTo(TokenStatus.EXPIRED);
    assertThat(TokenStatus.of(new JwtValidationException("The iss claim is not valid")))
        .isEqualTo(TokenStatus.REJECTED);
    assertThat(TokenStatus.of(new JwtValidationException(null))).isEqualTo(TokenStatus.REJECTED);
    assertThat(TokenStatus.of(new BadJwtException("error: Malformed payload", null)))
        .isEqualTo(TokenStatus.MALFORMED);
  }

  @Test
  void causesThatGoRoundEnd() {
    Throwable first = new IllegalStateException("first");
    first.initCause(new IllegalStateException("second", first));

    assertThat(TokenStatus.of(first)).isEqualTo(TokenStatus.REJECTED);
  }

  @Test
  void labelsAreLowerCase() {
    assertThat(TokenStatus.BAD_SIGNATURE.label()).isEqualTo("bad_signature");
  }
}
