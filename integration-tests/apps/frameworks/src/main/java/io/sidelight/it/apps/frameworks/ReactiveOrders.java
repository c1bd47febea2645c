// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Handlers of all kinds. */
@RestController
public class ReactiveOrders {

  /** All. */
  @GetMapping("/orders")
  public Mono<String> all() {
    return Mono.just("all");
  }

  /** One, by number. */
  @GetMapping("/orders/{id:[0-9]+}")
  public Mono<String> one(@PathVariable("id") long id) {
    return Mono.just("order " + id);
  }

  /** A part of one. */
  @GetMapping("/orders/{id}/lines/{line}")
  public Mono<String> line(@PathVariable("id") String id, @PathVariable("line") String line) {
    return Mono.just(id + " " + line);
  }

  /** Changes one, with JSON only. */
  @PostMapping(path = "/orders/{id}/cancel", consumes = "application/json")
  public Mono<Void> cancel(@PathVariable("id") String id) {
    return Mono.empty();
  }

  /** Is answered later, on another thread. */
  @GetMapping("/orders/later")
  public Mono<String> later() {
    return Mono.delay(Duration.ofMillis(50)).map(tick -> "later");
  }

  /** Is not there any more. */
  @GetMapping("/orders/gone")
  public Mono<String> gone() {
    return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Fails. */
  @GetMapping("/orders/broken")
  public Mono<String> broken() {
    throw new IllegalStateException("on purpose");
  }

  /** Fails later, on another thread. */
  @GetMapping("/orders/broken-later")
  public Mono<String> brokenLater() {
    return Mono.delay(Duration.ofMillis(50)).then(Mono.error(new IllegalStateException()));
  }

  /** Fails, and somebody handles that. */
  @GetMapping("/orders/handled")
  public Mono<String> handled() {
    return Mono.error(new IllegalArgumentException("on purpose"));
  }

  /** Is found on another thread than the container's. */
  @GetMapping("/elsewhere/{id}")
  public Mono<String> elsewhere(@PathVariable("id") String id) {
    return Mono.just(id);
  }

  /** Handles that. */
  @ExceptionHandler(IllegalArgumentException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  public void handle() {}
}
