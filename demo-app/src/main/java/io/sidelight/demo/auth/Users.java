// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.auth;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The demo's users: {@code user-1} to {@code user-30}, all with the same password. */
@Component
public final class Users {

  /** How many there are. */
  public static final int COUNT = 30;

  /** What each of them logs in with. */
  public static final String PASSWORD = "gasolinera";

  static final String MANAGER = "MANAGER";

  // The initializer is a parameter because the tables have to exist.
  Users(JdbcTemplate jdbc, PasswordEncoder passwords, DataSourceScriptDatabaseInitializer tables) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 1; i <= COUNT; i++) {
      String role = i % 3 == 0 ? MANAGER : "CUSTOMER";
      rows.add(new Object[] {1 + i % 5, "user-" + i, passwords.encode(PASSWORD), role});
    }
    jdbc.batchUpdate(
        "INSERT INTO users (organization_id, name, password_hash, role) VALUES (?, ?, ?, ?)", rows);
  }
}
