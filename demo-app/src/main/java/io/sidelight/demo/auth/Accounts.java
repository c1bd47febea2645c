// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Users as Spring Security wants them. Tokens do not say what their users may do: that is looked up
 * for each request, and kept for some seconds.
 */
@Component
final class Accounts implements UserDetailsService {

  private static final Duration KEPT = Duration.ofSeconds(8);

  private final JdbcTemplate jdbc;
  private final Cache<String, Collection<? extends GrantedAuthority>> roles =
      Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(KEPT).build();

  Accounts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    List<UserDetails> found =
        jdbc.query(
            "SELECT password_hash, role FROM users WHERE name = ?",
            (row, n) ->
                User.withUsername(name)
                    .password(row.getString("password_hash"))
                    .roles(row.getString("role"))
                    .build(),
            name);
    if (found.isEmpty()) {
      throw new UsernameNotFoundException("no such user");
    }
    return found.get(0);
  }

  AbstractAuthenticationToken authentication(Jwt token) {
    return new JwtAuthenticationToken(
        token, roles.get(token.getSubject(), name -> loadUserByUsername(name).getAuthorities()));
  }
}
