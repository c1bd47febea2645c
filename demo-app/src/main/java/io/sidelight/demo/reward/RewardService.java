// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.reward;

import io.sidelight.annotations.Counted;
import io.sidelight.api.Counter;
import io.sidelight.api.Sidelight;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import redis.clients.jedis.JedisPooled;

/** Points for what users do: truth in PostgreSQL, the leader board in a sorted set in Redis. */
@Service
public final class RewardService {

  private static final String BOARD = "rewards:board";
  private static final int INVOICE_LUMIS = 25;

  // By hand, because it counts how many, and an annotation how often.
  private static final Counter LUMIS =
      Sidelight.counter("rewards_lumis", "Lümis given to users", "reason");

  private final JdbcTemplate jdbc;
  private final JedisPooled jedis;

  RewardService(JdbcTemplate jdbc, JedisPooled jedis) {
    this.jdbc = jdbc;
    this.jedis = jedis;
  }

  /** A user redeemed a coupon. */
  public void redeemed(String user, BigDecimal amount) {
    accumulate(user, amount.longValue(), "coupon");
  }

  /** A user handed in an invoice. */
  public void invoiced(String user) {
    accumulate(user, INVOICE_LUMIS, "invoice");
  }

  // Private and called on this: what proxies cannot measure.
  @Counted(name = "rewards_accumulated", description = "Times that a user was given lümis")
  private void accumulate(String user, long lumis, String reason) {
    jdbc.update(
        "INSERT INTO rewards (user_name, lumis) VALUES (?, ?)"
            + " ON CONFLICT (user_name) DO UPDATE SET lumis = rewards.lumis + EXCLUDED.lumis",
        user,
        lumis);
    jedis.zincrby(BOARD, (double) lumis, user);
    LUMIS.add((double) lumis, reason);
  }

  long lumis(String user) {
    List<Long> found =
        jdbc.queryForList("SELECT lumis FROM rewards WHERE user_name = ?", Long.class, user);
    return found.isEmpty() ? 0 : found.get(0);
  }

  Map<String, Long> board() {
    Map<String, Long> best = new LinkedHashMap<>();
    jedis
        .zrevrangeWithScores(BOARD, 0, 9)
        .forEach(entry -> best.put(entry.getElement(), (long) entry.getScore()));
    return best;
  }
}
