// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * The two doors of the JAR, {@code premain} and {@code main}, and the loader behind them. {@link
 * io.sidelight.agent.Premain} is held by the <b>system</b> loader; once the JAR is on the bootstrap
 * search path, the rest is held by the <b>bootstrap</b> loader. Uses {@code java.lang}, {@code
 * java.io}, {@code java.util.jar} and {@code java.lang.instrument} only, and no lambdas: it runs
 * before the application could configure anything.
 */
package io.sidelight.agent;
