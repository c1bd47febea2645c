// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.auth;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

/** Other companies that may ask for some numbers, each with a key of its own. */
public final class Partners implements AuthenticationProvider {

  /** The key of a partner that may ask. */
  public static final String KEY = "key-of-fleet-cards";

  /** The key of a partner that may no longer ask. */
  public static final String SUSPENDED_KEY = "key-of-old-wallet";

  static final String ROLE = "ROLE_PARTNER";

  @Override
  public Authentication authenticate(Authentication presented) {
    ApiKeyAuthentication request = (ApiKeyAuthentication) presented;
    return switch (request.getCredentials()) {
      case KEY -> request.accepted("fleet-cards", List.of(ROLE));
      case SUSPENDED_KEY -> request.accepted("old-wallet", List.of());
      default -> throw new BadCredentialsException("unknown key");
    };
  }

  @Override
  public boolean supports(Class<?> type) {
    return type == ApiKeyAuthentication.class;
  }
}
