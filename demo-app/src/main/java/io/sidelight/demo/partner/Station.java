// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.partner;

import java.math.BigDecimal;

record Station(String name, long coupons, BigDecimal amount) {}
