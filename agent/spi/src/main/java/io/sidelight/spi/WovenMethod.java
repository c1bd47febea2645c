// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A method of the application as its class file describes it; nothing of it has been loaded. */
public interface WovenMethod {

  /** The declaring class, e.g. {@code com.acme.Orders$Line}. */
  String className();

  /** The method's name. */
  String name();

  /** The erased return type's name, e.g. {@code void} or {@code java.util.List}. */
  String returnType();

  /**
   * The values of one annotation on the method, by property name, defaults left out: {@code
   * String}, boxed primitives, {@code String[]}.
   *
   * @return null if the method does not carry that annotation
   */
  @Nullable Map<String, Object> annotation(String annotationName);
}
