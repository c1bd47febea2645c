// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import javax.crypto.spec.SecretKeySpec;

/** Nimbus JOSE + JWT. */
final class Nimbus implements Library {

  @Override
  public String issue(Instant expiry, byte[] key) throws Exception {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder().subject("canary").expirationTime(Date.from(expiry)).build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(new MACSigner(key));
    return token.serialize();
  }

  @Override
  public void validate(String token, byte[] key) throws Exception {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        (header, context) -> Collections.singletonList(new SecretKeySpec(key, "HmacSHA256")));
    Object ignored = processor.process(token, null);
  }
}
