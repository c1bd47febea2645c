// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.auth;

import io.lettuce.core.api.StatefulRedisConnection;
import io.sidelight.annotations.Timed;
import io.sidelight.demo.Refused;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Checks passwords and counts failures per user in Redis. */
@Service
final class LoginService {

  private final JdbcTemplate jdbc;
  private final StatefulRedisConnection<String, String> redis;
  private final Tokens tokens;

  LoginService(JdbcTemplate jdbc, StatefulRedisConnection<String, String> redis, Tokens tokens) {
    this.jdbc = jdbc;
    this.redis = redis;
    this.tokens = tokens;
  }

  @Timed
  String login(String user, String password) {
    List<String> hashes =
        jdbc.queryForList("SELECT password_hash FROM users WHERE name = ?", String.class, user);
    if (hashes.isEmpty() || !Passwords.matches(user, password, hashes.get(0))) {
      redis.sync().incr("login-failures:" + user);
      throw Refused.unauthorized("wrong user or password");
    }
    redis.sync().del("login-failures:" + user);
    return tokens.issue(user);
  }
}
