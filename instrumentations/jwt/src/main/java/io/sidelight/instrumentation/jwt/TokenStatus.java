// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jwt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a token. The constants' names in lower case are values of a label. */
enum TokenStatus {
  VALID,
  EXPIRED,
  BAD_SIGNATURE,
  /** It is no token at all. */
  MALFORMED,
  /** For any other reason, such as a claim or an algorithm. */
  REJECTED;

  private static final int MOST_CAUSES = 8;

  private final String label = name().toLowerCase(Locale.ROOT);

  String label() {
    return label;
  }

  /** Tells it by what the check threw; null if it returned. */
  static TokenStatus of(@Nullable Throwable thrown) {
    if (thrown == null) {
      return VALID;
    }
    Throwable cause = thrown;
    for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
      TokenStatus status = ofException(cause);
      if (status != null) {
        return status;
      }
      cause = cause.getCause();
    }
    return REJECTED;
  }

  /** By the names that the libraries have for it: none of them is visible here. */
  private static @Nullable TokenStatus ofException(Throwable thrown) {
    switch (thrown.getClass().getSimpleName()) {
      case "ExpiredJwtException": // jjwt
      case "TokenExpiredException": // java-jwt
      case "ExpiredJWTException": // Nimbus since 9.15
        return EXPIRED;
      case "SignatureException": // jjwt
      case "SignatureVerificationException": // java-jwt
      case "BadJWSException": // Nimbus
      case "InvalidJwtSignatureException": // jose4j
        return BAD_SIGNATURE;
      case "MalformedJwtException": // jjwt
      case "DecodingException": // jjwt since 0.10
      case "DeserializationException": // jjwt since 0.10
      case "JWTDecodeException": // java-jwt
      case "ParseException": // Nimbus
      case "JoseException": // jose4j
      case "IllegalArgumentException": // jjwt, of an empty text
        return MALFORMED;
      case "JwtValidationException": // Spring Security: all claims
      case "BadJWTException": // Nimbus: all claims
      case "InvalidJwtException": // jose4j: all but signatures
      case "InvalidClaimException": // java-jwt until 3.1
        return says(thrown, "xpired") || says(thrown, "is no longer valid") ? EXPIRED : null;
      case "BadJwtException": // Spring Security
      case "JwtException": // Spring Security until 5.2
        return says(thrown, "Malformed") ? MALFORMED : null;
      default:
        return null;
    }
  }

  private static boolean says(Throwable thrown, String part) {
    String message = thrown.getMessage();
    return message != null && message.contains(part);
  }
}
