// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.health;

/** One annotated method. Immutable. */
final class CheckMethod {

  final String className;
  final String name;
  final CustomHealth health;

  CheckMethod(String className, String name, CustomHealth health) {
    this.className = className;
    this.name = name;
    this.health = health;
  }
}
