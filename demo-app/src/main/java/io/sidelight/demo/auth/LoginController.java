// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.auth;

import io.sidelight.demo.Refused;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class LoginController {

  private static final int MOST_SECONDS = 3600;

  /** Devices that many people use ask for a token that is not valid for long. */
  record Credentials(
      @Nullable String user, @Nullable String password, @Nullable Integer validSeconds) {}

  private final LoginService service;

  LoginController(LoginService service) {
    this.service = service;
  }

  @PostMapping("/api/auth/login")
  Map<String, String> login(@RequestBody Credentials credentials) {
    if (credentials.user() == null || credentials.password() == null) {
      throw Refused.invalid("user and password are needed");
    }
    Integer wanted = credentials.validSeconds();
    Duration valid =
        Duration.ofSeconds(wanted == null ? MOST_SECONDS : Math.min(wanted, MOST_SECONDS));
    return Map.of("token", service.login(credentials.user(), credentials.password(), valid));
  }
}
