// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.server.reactive.TomcatHttpHandlerAdapter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/** Serves the application of Spring WebFlux, as Spring Boot does in Tomcat. */
public class ReactiveTomcat extends TomcatHttpHandlerAdapter {

  /** Starts the application. */
  public ReactiveTomcat() {
    super(
        WebHttpHandlerBuilder.applicationContext(
                new AnnotationConfigApplicationContext(ReactiveShop.class))
            .build());
  }
}
