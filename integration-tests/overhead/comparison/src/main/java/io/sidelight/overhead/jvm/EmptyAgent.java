// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.jvm;

/** An agent that does nothing: the least that {@code -javaagent} costs. */
final class EmptyAgent {

  private EmptyAgent() {}

  public static void premain(String arguments) {}
}
