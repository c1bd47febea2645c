// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Nimbus, where the program itself looks at what a token says, and signs what is no token. */
public final class SignaturesMain {

  private SignaturesMain() {}

  /** Says {@code ready} and stays until standard input ends. */
  public static void main(String[] args) throws Exception {
    byte[] key = "key-canary-key-canary-key-canary".getBytes(UTF_8);
    byte[] other = "canary-key-canary-key-canary-key".getBytes(UTF_8);
    JWSHeader header = new JWSHeader(JWSAlgorithm.HS256);
    SignedJWT token = new SignedJWT(header, new JWTClaimsSet.Builder().subject("canary").build());
    token.sign(new MACSigner(key));
    check(token.verify(new MACVerifier(key)));
    check(!token.verify(new MACVerifier(other)));

    JWSObject text = new JWSObject(header, new Payload("canary"));
    text.sign(new MACSigner(key));
    check(text.verify(new MACVerifier(key)));
    System.out.println("ready");
    Main.waitForEnd();
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError("a signature is not what it is");
    }
  }
}
