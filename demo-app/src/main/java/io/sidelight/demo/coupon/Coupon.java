// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.coupon;

import java.math.BigDecimal;

record Coupon(
    long id, String code, String station, FuelType fuelType, BigDecimal amount, String status) {}
