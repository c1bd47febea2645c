// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.auth;

import io.lettuce.core.api.StatefulRedisConnection;
import io.sidelight.annotations.Timed;
import io.sidelight.demo.Refused;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;

/** Gives tokens for passwords, and counts failures per user in Redis. */
@Service
final class LoginService {

  private final AuthenticationManager passwords;
  private final StatefulRedisConnection<String, String> redis;
  private final Tokens tokens;

  LoginService(
      AuthenticationManager passwords,
      StatefulRedisConnection<String, String> redis,
      Tokens tokens) {
    this.passwords = passwords;
    this.redis = redis;
    this.tokens = tokens;
  }

  @Timed
  String login(String user, String password, Duration valid) {
    try {
      passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(user, password));
    } catch (AuthenticationException e) {
      redis.sync().incr("login-failures:" + user);
      throw Refused.unauthorized("wrong user or password");
    }
    redis.sync().del("login-failures:" + user);
    return tokens.issue(user, valid);
  }
}
