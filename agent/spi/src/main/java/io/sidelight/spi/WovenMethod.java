// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A method of the application as its class file describes it; nothing of it has been loaded. */
public interface WovenMethod {

  /** The declaring class, e.g. {@code com.acme.Orders$Line}. */
  String className();

  /** The method's name. */
  String name();

  /** Whether it is called without an object. */
  boolean isStatic();

  /**
   * Whether Kotlin's or Scala's compiler has added it with the annotations of another method, which
   * is all that it calls: a call of it is one of that method, too.
   */
  boolean isForwarder();

  /** The erased return type's name, e.g. {@code void} or {@code java.util.List}. */
  String returnType();

  /** The erased parameter types' names, e.g. {@code int} or {@code java.util.List}. */
  List<String> parameterTypes();

  /** The parameters' names in the source; empty if the class file does not have them all. */
  List<String> parameterNames();

  /**
   * The values of one annotation on the method, by property name, defaults left out: {@code String}
   * (also for classes and constants), boxed primitives, {@code String[]} for arrays of any of
   * these, {@code Map[]} for arrays of annotations.
   *
   * @return null if the method does not carry that annotation
   */
  @Nullable Map<String, Object> annotation(String annotationName);

  /**
   * As {@link #annotation}, of one on a parameter.
   *
   * @param index of the parameter, from 0
   * @return null if the parameter does not carry that annotation
   */
  @Nullable Map<String, Object> parameterAnnotation(int index, String annotationName);
}
