// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.auth;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Issues tokens. */
@Component
final class Tokens {

  static final String ISSUER = "gasolinera";

  private static final JwsHeader HEADER = JwsHeader.with(MacAlgorithm.HS256).build();

  private final JwtEncoder encoder;

  Tokens(JwtEncoder encoder) {
    this.encoder = encoder;
  }

  String issue(String user, Duration valid) {
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .subject(user)
            .expiresAt(Instant.now().plus(valid))
            .build();
    return encoder.encode(JwtEncoderParameters.from(HEADER, claims)).getTokenValue();
  }
}
