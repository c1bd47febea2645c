// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.organization;

import io.sidelight.demo.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisDataException;

/** Service instances; what they reported last is in Redis. */
@Service
final class InstanceService {

  /** Its key holds a list, as an older release wrote it: reading it fails in Redis. */
  private static final int LEFT_BEHIND = 13;

  private final JdbcTemplate jdbc;
  private final JedisPooled jedis;

  InstanceService(JdbcTemplate jdbc, JedisPooled jedis) {
    this.jdbc = jdbc;
    this.jedis = jedis;
    jedis.lpush(key(LEFT_BEHIND), "up");
  }

  Map<String, Object> find(long id) {
    List<Map<String, Object>> found =
        jdbc.queryForList("SELECT id, name, kind FROM instances WHERE id = ?", id);
    if (found.isEmpty()) {
      throw Refused.notFound("instance " + id);
    }
    Map<String, Object> instance = new HashMap<>(found.get(0));
    instance.put("state", state(id));
    return instance;
  }

  void report(long id, String state) {
    jedis.setex(key(id), 30, state);
  }

  private String state(long id) {
    try {
      String state = jedis.get(key(id));
      return state == null ? "unknown" : state;
    } catch (JedisDataException e) {
      return "unreadable";
    }
  }

  private static String key(long id) {
    return "instance-state:" + id;
  }
}
