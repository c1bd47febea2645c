// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Lettuce. {@link io.sidelight.instrumentation.lettuce.LettuceInstrumentation} lives in the
 * <b>agent</b> loader; advice is a template, inlined into Lettuce.
 *
 * <p>Whatever wraps it (futures, reactive subscriptions, transactions, expiry, cluster redirects),
 * the innermost object of a command is one {@code Command}, from the application's call to the
 * reply, the cancellation or the lost connection. It carries the start, and ends once; a command
 * that is sent again is still the same one. So nothing depends on threads.
 *
 * <p>A command begins when it is handed to the connection, or, if the client sends it on its own
 * while it connects, when it is encoded. A command that timed out or was cancelled is an error.
 * Commands of a transaction end with {@code EXEC}.
 */
package io.sidelight.instrumentation.lettuce;
