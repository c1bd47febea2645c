// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.partner;

import io.sidelight.demo.Refused;
import java.util.List;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;

/** Numbers of stations; a minute old will do. */
@Service
class StationService {

  private static final RowMapper<Station> ROW = new DataClassRowMapper<>(Station.class);

  private final JdbcTemplate jdbc;

  StationService(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Cacheable("stations")
  Station find(String name) {
    List<Station> found =
        jdbc.query(
            "SELECT station AS name, count(*) AS coupons, sum(amount) AS amount FROM coupons"
                + " WHERE station = ? GROUP BY station",
            ROW,
            name);
    if (found.isEmpty()) {
      throw Refused.notFound("station");
    }
    return found.get(0);
  }
}
