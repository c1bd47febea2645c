// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

/** How long and how much a client may take. Tests use shorter times. */
final class Limits {

  /** From the first byte of a request, or from connecting, until its head is complete. */
  final long headNanos;

  /** Between two requests on one connection; longer than any usual scrape interval. */
  final long idleNanos;

  /** Until an answer is ready. */
  final long answerNanos;

  /** Until an answer has been taken. */
  final long writeNanos;

  /** Open connections; the one closest to its deadline makes room for a new one. */
  final int connections;

  private Limits(
      long headSeconds, long idleSeconds, long answerSeconds, long writeSeconds, int connections) {
    this.headNanos = headSeconds * 1_000_000_000L;
    this.idleNanos = idleSeconds * 1_000_000_000L;
    this.answerNanos = answerSeconds * 1_000_000_000L;
    this.writeNanos = writeSeconds * 1_000_000_000L;
    this.connections = connections;
  }

  static Limits standard() {
    return new Limits(5, 65, 15, 10, 512);
  }

  static Limits forTests(int connections) {
    return new Limits(1, 2, 2, 1, connections);
  }
}
