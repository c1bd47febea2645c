// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginsTest {

  private static final int DOMAIN = Calls.DOMAINS - 1;

  private final Calls calls = Calls.current();

  @AfterEach
  void leaveNothing() {
    calls.started[DOMAIN] = 0;
    calls.request = null;
    calls.login = null;
    calls.refusal = null;
  }

  @Test
  void whoeverGrantsIsRememberedAndWhoeverRefusesApart() {
    calls.started[DOMAIN] = 1;
    Logins.through("form");
    Logins.checked(DOMAIN, "ldap", false);
    assertThat(calls.login).isEqualTo("form");
    assertThat(calls.refusal).isEqualTo("ldap");

    Logins.checked(DOMAIN, "directory", true);
    assertThat(calls.login).isEqualTo("directory");
  }

  @Test
  void aCheckThatBelongsToNoLoginIsNothing() {
    Logins.checked(DOMAIN, "ldap", true);
    Logins.checked(DOMAIN, "ldap", false);

    assertThat(calls.login).isNull();
    assertThat(calls.refusal).isNull();
  }

  @Test
  void aUserIsNewOnceInEachRequest() {
    Object user = new Object();
    assertThat(Logins.isNew(user)).as("of no request").isFalse();

    calls.request = new Object();
    calls.requestStart = 1;
    assertThat(Logins.isNew(user)).isTrue();
    assertThat(Logins.isNew(user)).isFalse();
    assertThat(Logins.isNew("another")).isTrue();

    calls.requestStart = 3;
    assertThat(Logins.isNew("another")).isTrue();
  }
}
