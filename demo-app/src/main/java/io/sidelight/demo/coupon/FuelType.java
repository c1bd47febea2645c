// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.coupon;

enum FuelType {
  REGULAR,
  PREMIUM,
  DIESEL
}
