// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.WovenMethod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A method called {@code place}, described as the weaver does it. */
record Woven(
    String className,
    Map<String, Map<String, Object>> annotations,
    boolean isStatic,
    String returnType,
    List<String> parameterTypes,
    List<String> parameterNames)
    implements WovenMethod {

  static Woven in(String className) {
    return new Woven(className, Map.of(), false, "void", List.of(), List.of());
  }

  Woven with(String annotation, Map<String, Object> values) {
    Map<String, Map<String, Object>> more = new TreeMap<>(annotations);
    more.put(annotation, values);
    return new Woven(className, more, isStatic, returnType, parameterTypes, parameterNames);
  }

  Woven returning(String type) {
    return new Woven(className, annotations, isStatic, type, parameterTypes, parameterNames);
  }

  Woven taking(String... names) {
    List<String> types = List.of(names).stream().map(name -> "java.lang.Object").toList();
    return new Woven(className, annotations, isStatic, returnType, types, List.of(names));
  }

  Woven withoutNames() {
    return new Woven(className, annotations, isStatic, returnType, parameterTypes, List.of());
  }

  Woven ofNoObject() {
    return new Woven(className, annotations, true, returnType, parameterTypes, parameterNames);
  }

  @Override
  public String name() {
    return "place";
  }

  @Override
  public boolean isForwarder() {
    return false;
  }

  @Override
  public @Nullable Map<String, Object> annotation(String annotationName) {
    return annotations.get(annotationName);
  }

  @Override
  public @Nullable Map<String, Object> parameterAnnotation(int index, String annotationName) {
    return annotations.get(index + " " + annotationName);
  }
}
