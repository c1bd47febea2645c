// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** What {@code /health} says while what an application depends on comes and goes. */
package io.sidelight.it.health;
