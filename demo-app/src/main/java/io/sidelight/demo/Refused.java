// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo;

import java.io.Serial;
import org.springframework.http.HttpStatus;

/** A request that the service answers with a 4xx status. */
public final class Refused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final HttpStatus status;

  private Refused(HttpStatus status, String message) {
    super(message);
    this.status = status;
  }

  /** 400. */
  public static Refused invalid(String message) {
    return new Refused(HttpStatus.BAD_REQUEST, message);
  }

  /** 401. */
  public static Refused unauthorized(String message) {
    return new Refused(HttpStatus.UNAUTHORIZED, message);
  }

  /** 404. */
  public static Refused notFound(String what) {
    return new Refused(HttpStatus.NOT_FOUND, what + " not found");
  }

  /** 409. */
  public static Refused conflict(String message) {
    return new Refused(HttpStatus.CONFLICT, message);
  }

  /** 422. */
  public static Refused unreadable(String message) {
    return new Refused(HttpStatus.UNPROCESSABLE_ENTITY, message);
  }

  HttpStatus status() {
    return status;
  }
}
