// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jwt;

import java.time.Instant;
import java.util.Date;

/** jjwt, whose API has changed with nearly every version. */
final class Jjwt implements Library {

  private static final String API = "io.jsonwebtoken.";

  @Override
  public String issue(Instant expiry, byte[] key) throws Exception {
    String type = API + "JwtBuilder";
    Object hs256 = Late.callStatic(API + "SignatureAlgorithm", "forName", "HS256");
    Object builder = Late.callStatic(API + "Jwts", "builder");
    builder = Late.call(type, builder, "setSubject", "canary");
    builder = Late.call(type, builder, "setExpiration", Date.from(expiry));
    builder = Late.call(type, builder, "signWith", hs256, key);
    return (String) Late.call(type, builder, "compact");
  }

  @Override
  public void validate(String token, byte[] key) throws Exception {
    Object parser = Late.callStatic(API + "Jwts", "parser");
    String builder = API + "JwtParserBuilder"; // since 0.11
    if (Late.isThere(builder)) {
      parser = Late.call(builder, Late.call(builder, parser, "setSigningKey", key), "build");
    } else {
      parser = Late.call(API + "JwtParser", parser, "setSigningKey", key);
    }
    Object ignored = Late.call(API + "JwtParser", parser, "parseClaimsJws", token);
  }
}
