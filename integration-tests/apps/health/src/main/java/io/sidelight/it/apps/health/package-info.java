// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Programs whose dependencies come and go. */
package io.sidelight.it.apps.health;
