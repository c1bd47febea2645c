// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

/** What a server can be asked at any time. */
public enum ServerValue {
  /** Threads that work. */
  BUSY,
  /** Threads that there are. */
  CURRENT,
  /** The limit of threads. */
  MAX,
  /** What waits for a thread. */
  QUEUED,
  /** Open connections. */
  CONNECTIONS,
  /** The limit of connections. */
  MAX_CONNECTIONS
}
