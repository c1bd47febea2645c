// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;

/** Handlers of all kinds. */
@Controller
@RequestMapping("/orders")
public class SpringOrders {

  /** All. */
  @GetMapping
  @ResponseBody
  public String all() {
    return "all";
  }

  /** One, by number. */
  @GetMapping("/{id:[0-9]+}")
  @ResponseBody
  public String one(@PathVariable("id") long id) {
    return "order " + id;
  }

  /** A part of one. */
  @GetMapping("/{id}/lines/{line}")
  @ResponseBody
  public String line(@PathVariable("id") String id, @PathVariable("line") String line) {
    return id + " " + line;
  }

  /** Changes one, with JSON only. */
  @PostMapping(path = "/{id}/cancel", consumes = "application/json")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void cancel(@PathVariable("id") String id) {}

  /** Is answered later, on a thread of Spring's. */
  @GetMapping("/later")
  @ResponseBody
  public Callable<String> later() {
    return () -> "later";
  }

  /** Is answered later, on a thread of the application's. */
  @GetMapping("/deferred")
  @ResponseBody
  public DeferredResult<String> deferred() {
    DeferredResult<String> result = new DeferredResult<>();
    new Thread(() -> result.setResult("deferred")).start();
    return result;
  }

  /** Another handler answers. */
  @GetMapping("/forwarded")
  public String forwarded() {
    return "forward:/orders/1";
  }

  /** Is not there any more. */
  @GetMapping("/gone")
  public void gone() {
    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /** Fails. */
  @GetMapping("/broken")
  public void broken() {
    throw new IllegalStateException("on purpose");
  }

  /** Fails, and somebody handles that. */
  @GetMapping("/handled")
  public void handled() {
    throw new IllegalArgumentException("on purpose");
  }

  /** Handles that. */
  @ExceptionHandler(IllegalArgumentException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  public void handle() {}
}
