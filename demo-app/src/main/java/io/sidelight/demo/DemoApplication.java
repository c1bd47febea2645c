// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo;

import java.util.concurrent.ExecutorService;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts PostgreSQL, Redis and the service. Options: {@code --server.port=N}, {@code --load=off}.
 * With the system property {@code demo.parent} (a process id) it ends when that process ends.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class DemoApplication {

  /** Runs the demo until it is told to stop. */
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(DemoApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    ConfigurableApplicationContext context = application.run(args);
    String parent = System.getProperty("demo.parent");
    if (parent != null) {
      stopWith(Long.parseLong(parent), context.getBean("workers", ExecutorService.class));
    }
  }

  /** A killed start script must not leave servers behind. */
  private static void stopWith(long parent, ExecutorService workers) {
    ProcessHandle.of(parent)
        .map(ProcessHandle::onExit)
        .ifPresent(exit -> exit.thenRunAsync(() -> System.exit(0), workers).join());
  }
}
