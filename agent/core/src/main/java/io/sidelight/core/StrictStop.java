// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core;

/**
 * The configuration has problems and asked that these stop the JVM ({@code strict=true}). {@code
 * Premain} knows it by name and lets it pass.
 */
final class StrictStop extends Exception {

  private static final long serialVersionUID = 1;

  StrictStop(String message) {
    super(message);
  }
}
