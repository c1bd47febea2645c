// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.security;

import java.util.Collections;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.AbstractUserDetailsAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Knows everybody whose name begins like that, by one password. */
final class Passwords extends AbstractUserDetailsAuthenticationProvider
    implements UserDetailsService {

  private static final String PASSWORD = "right-canary";

  private final String prefix;

  Passwords(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    if (!username.startsWith(prefix)) {
      throw new UsernameNotFoundException("nobody is called " + username);
    }
    return new User(username, PASSWORD, Collections.emptyList());
  }

  @Override
  protected UserDetails retrieveUser(
      String username, UsernamePasswordAuthenticationToken presented) {
    return loadUserByUsername(username);
  }

  @Override
  protected void additionalAuthenticationChecks(
      UserDetails user, UsernamePasswordAuthenticationToken presented) {
    if (!user.getPassword().equals(presented.getCredentials())) {
      throw new BadCredentialsException(presented.getCredentials() + " is wrong");
    }
  }
}
