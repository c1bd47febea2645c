// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.coupon;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.Timed;
import io.sidelight.demo.Refused;
import io.sidelight.demo.reward.RewardService;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Creates and redeems coupons. */
@Service
final class CouponService {

  private final CouponStore store;
  private final RewardService rewards;
  private final TransactionOperations transactions;

  CouponService(CouponStore store, RewardService rewards, TransactionOperations transactions) {
    this.store = store;
    this.rewards = rewards;
    this.transactions = transactions;
  }

  @Timed(name = "coupon_creation_duration", description = "Time to create a coupon")
  @Counted(name = "coupon_created", description = "Coupons created")
  Coupon create(String station, FuelType fuelType, BigDecimal amount) {
    if (amount.signum() <= 0) {
      throw Refused.invalid("amount must be positive");
    }
    String code = "C-" + UUID.randomUUID();
    return store.insert(code, station, fuelType, amount);
  }

  @Counted(name = "coupon_redemption", description = "Attempts to redeem a coupon")
  Coupon redeem(long id, String user) {
    Coupon coupon = transactions.execute(status -> redeemLocked(id, user));
    if (coupon == null) {
      throw new IllegalStateException("no coupon after redeeming " + id);
    }
    store.forget(id);
    rewards.redeemed(user, coupon.amount());
    return coupon;
  }

  private Coupon redeemLocked(long id, String user) {
    Coupon coupon = store.lock(id);
    if (!coupon.status().equals("open")) {
      throw failed("coupon " + id + " is redeemed");
    }
    store.redeemed(id, user);
    return coupon;
  }

  // A method of its own, because it is its calls that are counted.
  @Counted(name = "coupon_redemption_failed", description = "Coupons refused when redeemed")
  private static Refused failed(String why) {
    return Refused.conflict(why);
  }
}
