// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.coupon;

import io.sidelight.annotations.Counted;
import io.sidelight.demo.Json;
import io.sidelight.demo.Refused;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import redis.clients.jedis.JedisPooled;

/** Coupons in PostgreSQL, the ones read lately in Redis. */
@Repository
class CouponStore {

  private static final int CACHED_SECONDS = 20;
  private static final RowMapper<Coupon> ROW = new DataClassRowMapper<>(Coupon.class);

  private final JdbcTemplate jdbc;
  private final JedisPooled jedis;
  private final Json json;

  CouponStore(JdbcTemplate jdbc, JedisPooled jedis, Json json) {
    this.jdbc = jdbc;
    this.jedis = jedis;
    this.json = json;
  }

  Coupon find(long id) {
    String cached = jedis.get(key(id));
    if (cached != null) {
      return json.read(cached, Coupon.class);
    }
    Coupon coupon = one(jdbc.query("SELECT * FROM coupons WHERE id = ?", ROW, id), id);
    jedis.setex(key(id), CACHED_SECONDS, json.write(coupon));
    return coupon;
  }

  Coupon lock(long id) {
    return one(jdbc.query("SELECT * FROM coupons WHERE id = ? FOR UPDATE", ROW, id), id);
  }

  List<Coupon> ofStation(String station) {
    return jdbc.query(
        "SELECT * FROM coupons WHERE station = ? ORDER BY id DESC LIMIT 20", ROW, station);
  }

  @Counted(
      name = "coupon_amount",
      description = "Litres that coupons were created for",
      amount = "#amount",
      labels = {"fuel", "#fuelType"})
  Coupon insert(String code, String station, FuelType fuelType, BigDecimal amount) {
    return jdbc.query(
            "INSERT INTO coupons (code, station, fuel_type, amount) VALUES (?, ?, ?, ?) RETURNING *",
            ROW,
            code,
            station,
            fuelType.name(),
            amount)
        .get(0);
  }

  void redeemed(long id, String user) {
    jdbc.update("UPDATE coupons SET status = 'redeemed' WHERE id = ?", id);
    jdbc.update("INSERT INTO redemptions (coupon_id, user_name) VALUES (?, ?)", id, user);
  }

  void delete(long id) {
    if (jdbc.update("DELETE FROM coupons WHERE id = ?", id) == 0) {
      throw Refused.notFound("coupon");
    }
    forget(id);
  }

  void forget(long id) {
    jedis.del(key(id));
  }

  private static Coupon one(List<Coupon> found, long id) {
    if (found.isEmpty()) {
      throw Refused.notFound("coupon " + id);
    }
    return found.get(0);
  }

  private static String key(long id) {
    return "coupon:" + id;
  }
}
