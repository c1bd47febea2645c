// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jwt;

import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.HmacKey;

/** jose4j, which looks into a token first, as where each issuer has a key of its own. */
final class Jose4j implements Library {

  @Override
  public String issue(Instant expiry, byte[] key) throws Exception {
    JwtClaims claims = new JwtClaims();
    claims.setSubject("canary");
    claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    token.setKey(new HmacKey(key));
    return token.getCompactSerialization();
  }

  @Override
  public void validate(String token, byte[] key) throws Exception {
    JwtConsumer first =
        new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();
    JwtConsumer second =
        new JwtConsumerBuilder()
            .setRequireExpirationTime()
            .setVerificationKey(new HmacKey(key))
            .build();
    JwtContext known = first.process(token);
    second.processContext(known);
  }
}
