// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jwt;

import java.time.Instant;
import java.util.Collections;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** A resource server of Spring Security, which checks a token as it comes with a request. */
final class Spring implements Library {

  private static final String JWT = "org.springframework.security.oauth2.jwt.";
  private static final String SERVER = "org.springframework.security.oauth2.server.resource.";
  private static final String MAC = "org.springframework.security.oauth2.jose.jws.MacAlgorithm";

  private static final Library NIMBUS = new Nimbus();

  @Override
  public String issue(Instant expiry, byte[] key) throws Exception {
    if (!Late.isThere(JWT + "NimbusJwtEncoder$SecretKeyJwtEncoderBuilder")) { // since 7.0
      return NIMBUS.issue(expiry, key);
    }
    Object hs256 = Late.callStatic(MAC, "from", "HS256");
    Object claims = Late.callStatic(JWT + "JwtClaimsSet", "builder");
    claims = Late.call(JWT + "JwtClaimsSet$Builder", claims, "subject", "canary");
    claims = Late.call(JWT + "JwtClaimsSet$Builder", claims, "expiresAt", expiry);
    claims = Late.call(JWT + "JwtClaimsSet$Builder", claims, "build");
    Object header = Late.callStatic(JWT + "JwsHeader", "with", hs256);
    header = Late.call(JWT + "JwsHeader$Builder", header, "build");
    Object what = Late.callStatic(JWT + "JwtEncoderParameters", "from", header, claims);
    Object encoder = Late.callStatic(JWT + "NimbusJwtEncoder", "withSecretKey", secret(key));
    encoder = Late.call(JWT + "NimbusJwtEncoder$SecretKeyJwtEncoderBuilder", encoder, "build");
    Object token = Late.call(JWT + "NimbusJwtEncoder", encoder, "encode", what);
    return (String) Late.call(JWT + "Jwt", token, "getTokenValue");
  }

  @Override
  public void validate(String token, byte[] key) throws Exception {
    AuthenticationManager manager =
        new ProviderManager(
            Collections.singletonList(
                new JwtAuthenticationProvider(
                    NimbusJwtDecoder.withSecretKey(secret(key)).build())));
    Object ignored = manager.authenticate(bearer(token));
  }

  private static SecretKey secret(byte[] key) {
    return new SecretKeySpec(key, "HmacSHA256");
  }

  private static Authentication bearer(String token) throws Exception {
    String name = "BearerTokenAuthenticationToken";
    String since7 = SERVER + "authentication." + name;
    Class<?> type = Class.forName(Late.isThere(since7) ? since7 : SERVER + name);
    return type.asSubclass(Authentication.class).getConstructor(String.class).newInstance(token);
  }
}
