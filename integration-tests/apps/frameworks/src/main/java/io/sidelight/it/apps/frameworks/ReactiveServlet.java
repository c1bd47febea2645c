// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.server.reactive.ServletHttpHandlerAdapter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/** Serves the application of Spring WebFlux, as in any servlet container. */
public class ReactiveServlet extends ServletHttpHandlerAdapter {

  /** Starts the application. */
  public ReactiveServlet() {
    super(
        WebHttpHandlerBuilder.applicationContext(
                new AnnotationConfigApplicationContext(ReactiveShop.class))
            .build());
  }
}
