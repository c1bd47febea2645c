// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.coupon;

import io.sidelight.demo.Refused;
import java.math.BigDecimal;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/coupons")
final class CouponController {

  record Order(
      @Nullable String station, @Nullable FuelType fuelType, @Nullable BigDecimal amount) {}

  private final CouponService service;
  private final CouponStore store;

  CouponController(CouponService service, CouponStore store) {
    this.service = service;
    this.store = store;
  }

  @GetMapping
  List<Coupon> list(@RequestParam String station) {
    return store.ofStation(station);
  }

  @GetMapping("/{id}")
  Coupon get(@PathVariable long id) {
    return store.find(id);
  }

  @PostMapping
  ResponseEntity<Coupon> create(@RequestBody Order order) {
    if (order.station() == null || order.fuelType() == null || order.amount() == null) {
      throw Refused.invalid("station, fuelType and amount are needed");
    }
    Coupon coupon = service.create(order.station(), order.fuelType(), order.amount());
    return ResponseEntity.created(URI.create("/api/coupons/" + coupon.id())).body(coupon);
  }

  @PostMapping("/{id}/redemptions")
  @ResponseStatus(HttpStatus.CREATED)
  Coupon redeem(@PathVariable long id, Principal user) {
    return service.redeem(id, user.getName());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id) {
    store.delete(id);
  }
}
