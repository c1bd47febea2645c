// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers requests with what is in a database in memory. */
@SpringBootApplication
@RestController
public class BootApplication {

  private final JdbcTemplate database;

  /** Uses that database. */
  public BootApplication(JdbcTemplate database) {
    this.database = database;
  }

  /** Says {@code port <n>} when it serves. */
  public static void main(String[] args) {
    ConfigurableApplicationContext context = SpringApplication.run(BootApplication.class, args);
    System.out.println("port " + context.getEnvironment().getProperty("local.server.port"));
  }

  /** One order, by number. */
  @GetMapping("/orders/{id}")
  public String order(@PathVariable("id") long id) {
    return "orders "
        + database.queryForObject("SELECT COUNT(*) FROM orders WHERE id = ?", Long.class, id);
  }

  /** Fails. */
  @GetMapping("/broken/{id}")
  public String broken(@PathVariable("id") long id) {
    throw new IllegalStateException("on purpose");
  }
}
