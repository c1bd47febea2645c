// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.organization;

import io.sidelight.annotations.Gauged;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts what there is, now and then: a gauge shows what its method returned last. */
@Component
final class ResourceCounts {

  private static final List<String> KINDS = List.of("instances", "organizations", "users");

  private final JdbcTemplate jdbc;

  // The initializer is a parameter because the tables have to exist.
  ResourceCounts(JdbcTemplate jdbc, DataSourceScriptDatabaseInitializer tables) {
    this.jdbc = jdbc;
  }

  @Scheduled(fixedRate = 10, timeUnit = TimeUnit.SECONDS)
  void refresh() {
    KINDS.forEach(this::count);
  }

  @Gauged(
      name = "resource_count",
      description = "Instances, organizations and users there are",
      labels = {"kind", "#kind"})
  private long count(String kind) {
    Long count = jdbc.queryForObject("SELECT count(*) FROM " + kind, Long.class);
    return count == null ? 0 : count;
  }
}
