// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Redisson. {@link io.sidelight.instrumentation.redisson.RedissonInstrumentation} lives in the
 * <b>agent</b> loader; advice is a template, inlined into Redisson.
 *
 * <p>Redisson has an object with a promise for each command that it sends, in batches and
 * transactions too. A command begins when its arguments are asked for, to be encoded, and ends when
 * the promise does: with the reply, an error, or because it took too long. A redirect ends the
 * promise; the command goes on as another object, and that one counts. A command that Redisson
 * repeats for another reason counts each time.
 */
package io.sidelight.instrumentation.redisson;
