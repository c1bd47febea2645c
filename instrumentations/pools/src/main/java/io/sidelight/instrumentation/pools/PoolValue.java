// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

/** What a pool can be asked at any time. */
enum PoolValue {
  ACTIVE,
  IDLE,
  TOTAL,
  PENDING,
  MAX,
  MIN
}
