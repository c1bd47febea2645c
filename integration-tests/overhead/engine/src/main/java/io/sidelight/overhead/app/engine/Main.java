// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.app.engine;

import io.sidelight.overhead.app.Control;
import java.io.IOException;
import org.flowable.engine.delegate.JavaDelegate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Serves {@code /orders}, which runs a process from its start to its end. */
@SpringBootApplication
public class Main {

  /**
   * Starts it and hands over to {@link Control#serve}.
   *
   * @param args where to serve
   */
  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    SpringApplication.run(Main.class, "--server.port=" + port);
    Control.serve(port);
  }

  /** What the process does between its start and its end. */
  @Bean
  JavaDelegate shipping() {
    return execution -> {
      Integer items = execution.getVariable("items", Integer.class);
      execution.setVariable("shipped", items + 1);
    };
  }
}
