// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

/** An instrumentation of a container that can tell how busy it is. */
public interface ServerLibrary {

  /** How the objects that it passes to {@code Requests.serving} are asked. */
  ServerReader reader();
}
