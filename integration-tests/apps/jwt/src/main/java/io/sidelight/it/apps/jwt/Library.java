// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jwt;

import java.time.Instant;

/** What a program asks of a library. */
interface Library {

  /** Makes a token that is signed with HMAC-SHA-256. */
  String issue(Instant expiry, byte[] key) throws Exception;

  /** Returns if the library likes the token. */
  void validate(String token, byte[] key) throws Exception;
}
