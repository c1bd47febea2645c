// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jwt;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Instant;
import java.util.Date;

/** Auth0's java-jwt. */
final class JavaJwt implements Library {

  @Override
  public String issue(Instant expiry, byte[] key) {
    return JWT.create()
        .withSubject("canary")
        .withExpiresAt(Date.from(expiry))
        .sign(Algorithm.HMAC256(key));
  }

  /** The builder is a class of its own in some versions, and an interface in others. */
  @Override
  public void validate(String token, byte[] key) throws Exception {
    Object builder = Late.callStatic("com.auth0.jwt.JWT", "require", Algorithm.HMAC256(key));
    Object verifier = Late.call(builder.getClass().getName(), builder, "build");
    Object ignored = Late.call("com.auth0.jwt.JWTVerifier", verifier, "verify", token);
  }
}
