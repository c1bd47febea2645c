// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.auth;

import java.io.Serial;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** The key that a partner's request carries, and after it was checked the partner. */
final class ApiKeyAuthentication extends AbstractAuthenticationToken {

  @Serial private static final long serialVersionUID = 1;

  private final String key;
  private final String partner;

  private ApiKeyAuthentication(String key, String partner, List<String> roles) {
    super(AuthorityUtils.createAuthorityList(roles));
    this.key = key;
    this.partner = partner;
  }

  static ApiKeyAuthentication presented(String key) {
    return new ApiKeyAuthentication(key, "", List.of());
  }

  ApiKeyAuthentication accepted(String partner, List<String> roles) {
    ApiKeyAuthentication accepted = new ApiKeyAuthentication(key, partner, roles);
    accepted.setAuthenticated(true);
    return accepted;
  }

  @Override
  public String getCredentials() {
    return key;
  }

  @Override
  public String getPrincipal() {
    return partner;
  }
}
