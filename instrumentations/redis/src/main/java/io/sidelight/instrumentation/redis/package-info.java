// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Redis commands, whatever client sends them: the domain, its metrics and its probe, and the advice
 * that clients share, a template. Lives in the <b>agent</b> loader.
 *
 * <p>How commands count:
 *
 * <ul>
 *   <li>Every command counts once, by its own name, when its reply is there or will never come; in
 *       pipelines and transactions too, where a command in a transaction succeeds when Redis has
 *       queued it. Names come from a fixed set, others count as {@code OTHER}; values and
 *       credentials are never looked at, and keys only as said below.
 *   <li>A command that a cluster client repeats, because of a redirect or a lost connection, is one
 *       command. What clients send on their own, such as {@code HELLO}, {@code AUTH} or {@code
 *       PING}, counts like any other; but what Jedis sends while it executes a command of the
 *       application on a connection that it borrows for it belongs to that command.
 *   <li>The duration of a command that was sent alone lasts until its reply has been read. Commands
 *       that a client sent before it read earlier replies share one duration, {@code PIPELINE}:
 *       from the last command to the last reply, which is what the application waits for. So slow
 *       batches do not make their commands look slow. A client that reads replies while it sends,
 *       as Lettuce does, has no batches: there each command's own duration counts.
 *   <li>A command that reads values by keys is a look-up in a cache for each key, or for each field
 *       of a hash: a hit if the reply has a value, else a miss. It has the name that the key begins
 *       with; see {@link io.sidelight.instrumentation.redis.KeyPrefixes}. Where a command asks for
 *       keys of several names and the reply does not say which are there, that name is {@code
 *       other}. A reply that is an error counts nothing, nor does one in a transaction, nor what a
 *       cache asks for that counts itself, such as Spring's.
 * </ul>
 */
package io.sidelight.instrumentation.redis;
