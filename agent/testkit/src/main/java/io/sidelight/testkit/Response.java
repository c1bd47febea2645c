// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import java.net.http.HttpHeaders;

/** An answer of the side port. */
public record Response(int status, String body, HttpHeaders headers) {

  /** The first header of that name; empty if there is none. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
