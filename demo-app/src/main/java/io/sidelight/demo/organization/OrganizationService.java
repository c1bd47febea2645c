// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.organization;

import io.sidelight.annotations.Timed;
import io.sidelight.demo.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import redis.clients.jedis.JedisPooled;

/** Organizations, with a cache of hashes in Redis, and one of all of them here. */
@Service
class OrganizationService {

  private static final int CACHED_SECONDS = 15;

  private final JdbcTemplate jdbc;
  private final JedisPooled jedis;

  OrganizationService(JdbcTemplate jdbc, JedisPooled jedis) {
    this.jdbc = jdbc;
    this.jedis = jedis;
  }

  @Cacheable("organizations")
  List<Map<String, Object>> list() {
    return jdbc.queryForList(
        "SELECT o.id, o.name, count(i.id) AS instances FROM organizations o"
            + " LEFT JOIN instances i ON i.organization_id = o.id GROUP BY o.id, o.name ORDER BY o.id");
  }

  Map<String, String> find(long id) {
    String key = "organization:" + id;
    Map<String, String> cached = jedis.hgetAll(key);
    if (!cached.isEmpty()) {
      return cached;
    }
    List<Map<String, String>> found =
        jdbc.query(
            "SELECT name, country FROM organizations WHERE id = ?",
            (row, n) -> Map.of("name", row.getString(1), "country", row.getString(2)),
            id);
    if (found.isEmpty()) {
      throw Refused.notFound("organization " + id);
    }
    jedis.hset(key, found.get(0));
    jedis.expire(key, CACHED_SECONDS);
    return found.get(0);
  }

  /** Asks once for each user: the classic mistake, kept to be seen in the metrics. */
  @Timed
  List<Map<String, Object>> users(long organization) {
    List<Map<String, Object>> users = new ArrayList<>();
    for (String name :
        jdbc.queryForList(
            "SELECT name FROM users WHERE organization_id = ? ORDER BY id",
            String.class,
            organization)) {
      Long redemptions =
          jdbc.queryForObject(
              "SELECT count(*) FROM redemptions WHERE user_name = ?", Long.class, name);
      users.add(Map.of("name", name, "redemptions", redemptions == null ? 0 : redemptions));
    }
    return users;
  }
}
