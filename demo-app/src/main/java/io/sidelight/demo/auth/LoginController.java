// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.auth;

import io.sidelight.demo.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class LoginController {

  record Credentials(@Nullable String user, @Nullable String password) {}

  private final LoginService service;

  LoginController(LoginService service) {
    this.service = service;
  }

  @PostMapping("/api/auth/login")
  Map<String, String> login(@RequestBody Credentials credentials) {
    if (credentials.user() == null || credentials.password() == null) {
      throw Refused.invalid("user and password are needed");
    }
    return Map.of("token", service.login(credentials.user(), credentials.password()));
  }
}
