// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.start;

/** A program that does nothing. */
final class EmptyMain {

  private EmptyMain() {}

  public static void main(String[] args) {}
}
