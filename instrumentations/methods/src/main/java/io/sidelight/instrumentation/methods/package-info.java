// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Business methods: calls of methods that carry {@code @Timed}, {@code @Counted}, {@code @InFlight}
 * or {@code @Gauged}. Everything but the advice lives in the <b>agent</b> loader; the advice is a
 * template, inlined into the application's methods.
 */
package io.sidelight.instrumentation.methods;
