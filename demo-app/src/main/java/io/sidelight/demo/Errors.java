// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo;

import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What exceptions look like to clients. Anything else escapes to the container. */
@RestControllerAdvice
class Errors {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  @ExceptionHandler
  ResponseEntity<Map<String, String>> refused(Refused refused) {
    return answer(refused.status(), String.valueOf(refused.getMessage()));
  }

  /** Handlers see what a future failed with wrapped, when it failed in a later step. */
  @ExceptionHandler
  ResponseEntity<Map<String, String>> completion(CompletionException failure) {
    if (failure.getCause() instanceof Refused refused) {
      return refused(refused);
    }
    throw failure;
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> duplicate(DuplicateKeyException failure) {
    return answer(HttpStatus.CONFLICT, "exists already");
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> database(DataAccessException failure) {
    LOG.debug("answered with 500", failure);
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, "database error");
  }

  private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(Map.of("error", message));
  }
}
