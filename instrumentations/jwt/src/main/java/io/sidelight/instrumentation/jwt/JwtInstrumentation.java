// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jwt;

import static java.util.Arrays.asList;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * Weaves what makes and checks tokens. Libraries differ in names only, so that none of them is
 * needed to compile the advice.
 */
public final class JwtInstrumentation implements Instrumentation {

  private static final String ADVICE = "io.sidelight.instrumentation.jwt.";
  private static final String NIMBUS = "com.nimbusds.jose.";
  private static final String SPRING = "org.springframework.security.oauth2.jwt.";
  private static final TypeMatch JWS_OBJECT = TypeMatch.named(NIMBUS + "JWSObject");

  @Override
  public String id() {
    return "jwt";
  }

  @Override
  public String supports() {
    return "jjwt 0.9 and later, java-jwt 3.0 and later, Nimbus JOSE + JWT 7.8 and later, jose4j 0.5"
        + " and later, Spring Security 5.2 and later";
  }

  @Override
  public Domain domain() {
    return new JwtDomain();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.in(TypeMatch.named("io.jsonwebtoken.impl.DefaultJwtBuilder"))
            .at(MethodMatch.named("compact").taking())
            .with(ADVICE + "IssueAdvice"),
        // What asks for a kind of token refuses others after parse has accepted them.
        WeavePoint.in(TypeMatch.named("io.jsonwebtoken.impl.DefaultJwtParser"))
            .at(
                MethodMatch.named(
                    "parse",
                    "parsePlaintextJwt", // until 0.11
                    "parsePlaintextJws", // until 0.11
                    "parseClaimsJwt",
                    "parseClaimsJws",
                    "parseContentJwt", // since 0.12, as what follows
                    "parseContentJws",
                    "parseUnsecuredContent",
                    "parseUnsecuredClaims",
                    "parseSignedContent",
                    "parseSignedClaims",
                    "parseEncryptedContent",
                    "parseEncryptedClaims"))
            .with(ADVICE + "ValidateAdvice"),
        WeavePoint.in(TypeMatch.named("com.auth0.jwt.JWTCreator$Builder"))
            .at(MethodMatch.named("sign"))
            .with(ADVICE + "IssueAdvice"),
        WeavePoint.in(TypeMatch.named("com.auth0.jwt.JWTVerifier"))
            .at(MethodMatch.named("verify"))
            .with(ADVICE + "ValidateAdvice"),
        WeavePoint.in(JWS_OBJECT)
            .at(MethodMatch.named("sign").taking(NIMBUS + "JWSSigner"))
            .with(ADVICE + "IssueAdvice"),
        WeavePoint.in(JWS_OBJECT)
            .at(MethodMatch.named("verify").taking(NIMBUS + "JWSVerifier"))
            .with(ADVICE + "VerifyAdvice"),
        WeavePoint.in(TypeMatch.named("com.nimbusds.jwt.proc.DefaultJWTProcessor"))
            .at(MethodMatch.named("process"))
            .with(ADVICE + "ValidateAdvice"),
        WeavePoint.in(TypeMatch.named("org.jose4j.jws.JsonWebSignature"))
            .at(MethodMatch.named("getCompactSerialization").taking())
            .with(ADVICE + "IssueAdvice"),
        WeavePoint.in(TypeMatch.named("org.jose4j.jwt.consumer.JwtConsumer"))
            .at(MethodMatch.named("process", "processToClaims", "processContext"))
            .with(ADVICE + "ConsumeAdvice"),
        // Both ask Nimbus for the signature; claims are Spring's own.
        WeavePoint.in(TypeMatch.named(SPRING + "NimbusJwtEncoder")) // since 5.6
            .at(MethodMatch.named("encode"))
            .with(ADVICE + "IssueAdvice"),
        WeavePoint.in(TypeMatch.named(SPRING + "NimbusJwtDecoder"))
            .at(MethodMatch.named("decode").taking("java.lang.String"))
            .with(ADVICE + "ValidateAdvice"));
  }
}
