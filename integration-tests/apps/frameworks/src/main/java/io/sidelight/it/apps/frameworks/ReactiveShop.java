// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.nest;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The application, for Spring WebFlux. */
@Configuration
@EnableWebFlux
public class ReactiveShop implements WebFluxConfigurer {

  /** Its controller. */
  @Bean
  public ReactiveOrders orders() {
    return new ReactiveOrders();
  }

  /** Its functions. */
  @Bean
  public RouterFunction<ServerResponse> customers() {
    return nest(
        path("/customers"),
        route(GET("/{id}"), request -> ServerResponse.ok().bodyValue("one"))
            .andRoute(GET("/{id}/broken"), request -> Mono.error(new IllegalStateException())));
  }

  /** Moves what is below {@code /elsewhere} to another thread before a handler is looked for. */
  @Bean
  public WebFilter elsewhere() {
    return (exchange, chain) -> {
      Mono<Void> rest = chain.filter(exchange);
      String path = exchange.getRequest().getPath().pathWithinApplication().value();
      return path.startsWith("/elsewhere") ? rest.subscribeOn(Schedulers.parallel()) : rest;
    };
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/files/**").addResourceLocations("classpath:/files/");
  }
}
