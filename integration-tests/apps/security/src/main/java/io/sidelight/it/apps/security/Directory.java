// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.security;

import java.util.Collection;
import java.util.Collections;
import org.springframework.ldap.core.DirContextAdapter;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.ldap.authentication.AbstractLdapAuthenticationProvider;
import org.springframework.security.ldap.userdetails.UserDetailsContextMapper;

/** An LDAP provider without a server: its answer comes from here. */
final class Directory extends AbstractLdapAuthenticationProvider {

  Directory() {
    setUserDetailsContextMapper(
        new UserDetailsContextMapper() {
          @Override
          public UserDetails mapUserFromContext(
              DirContextOperations found,
              String username,
              Collection<? extends GrantedAuthority> authorities) {
            return new User(username, "", authorities);
          }

          @Override
          public void mapUserToContext(UserDetails user, DirContextAdapter context) {
            throw new UnsupportedOperationException();
          }
        });
  }

  @Override
  @SuppressWarnings("NullAway") // what is found is never looked at
  protected DirContextOperations doAuthentication(UsernamePasswordAuthenticationToken presented) {
    if (!"right-canary".equals(presented.getCredentials())) {
      throw new BadCredentialsException(presented.getCredentials() + " is wrong");
    }
    return null;
  }

  @Override
  protected Collection<? extends GrantedAuthority> loadUserAuthorities(
      DirContextOperations found, String username, String password) {
    return Collections.emptyList();
  }
}
