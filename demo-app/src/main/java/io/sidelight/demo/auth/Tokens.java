// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.auth;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Issues and checks tokens, with a key that lives as long as the process. */
@Component
final class Tokens {

  private final Algorithm algorithm;
  private final JWTVerifier verifier;

  Tokens() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    algorithm = Algorithm.HMAC256(key);
    verifier = JWT.require(algorithm).withIssuer("gasolinera").build();
  }

  String issue(String user) {
    return JWT.create()
        .withIssuer("gasolinera")
        .withSubject(user)
        .withExpiresAt(Instant.now().plus(Duration.ofHours(1)))
        .sign(algorithm);
  }

  /** The user of a token. */
  String verify(String token) throws JWTVerificationException {
    return verifier.verify(token).getSubject();
  }
}
