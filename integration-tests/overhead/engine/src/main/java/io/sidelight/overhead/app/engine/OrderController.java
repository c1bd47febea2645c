// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.app.engine;

import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs a process on each request. */
@RestController
class OrderController {

  private final RuntimeService runtime;

  OrderController(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @GetMapping("/orders")
  String order() {
    ProcessInstance instance =
        runtime
            .createProcessInstanceBuilder()
            .processDefinitionKey("order")
            .variable("items", 3)
            .start();
    if (!instance.isEnded()) {
      throw new IllegalStateException("the process has not ended");
    }
    return "shipped";
  }
}
