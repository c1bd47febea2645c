// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.WovenMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** A method with a body, of the class that is being woven. Immutable. */
final class DeclaredMethod implements WovenMethod {

  /** Past this the JIT refuses methods soon (8,000), and we would be the last straw. */
  private static final int MAX_CODE_LENGTH = 7_500;

  private static final int NEVER = Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;

  private final String className;
  private final ClassFile.Method method;
  private final Map<String, Map<String, Object>> annotations;

  /**
   * Joins what both readers know.
   *
   * @param annotations values by property name, by annotation name; empty if not read
   */
  DeclaredMethod(
      String className, ClassFile.Method method, Map<String, Map<String, Object>> annotations) {
    this.className = className;
    this.method = method;
    this.annotations = annotations;
  }

  /** Name and descriptor, which no other method of the class has. */
  String key() {
    return method.name + method.descriptor;
  }

  boolean isTooLong() {
    return method.codeLength > MAX_CODE_LENGTH;
  }

  boolean matches(MethodMatch match) {
    if (!match.mayMatch(method.name)
        || method.name.charAt(0) == '<'
        || (method.access & NEVER) != 0) {
      return false;
    }
    List<String> parameters = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(method.descriptor)) {
      parameters.add(type.getClassName());
    }
    return match.matches(
        method.name, parameters, returnType(), new ArrayList<>(annotations.keySet()));
  }

  @Override
  public String className() {
    return className;
  }

  @Override
  public String name() {
    return method.name;
  }

  @Override
  public String returnType() {
    return Type.getReturnType(method.descriptor).getClassName();
  }

  @Override
  public @Nullable Map<String, Object> annotation(String annotationName) {
    Map<String, Object> values = annotations.get(annotationName);
    return values == null ? null : Collections.unmodifiableMap(values);
  }

  /** The annotations and their values, in a fixed order. */
  String annotationText() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Map<String, Object>> annotation : annotations.entrySet()) {
      text.append('@').append(annotation.getKey());
      for (Map.Entry<String, Object> value : annotation.getValue().entrySet()) {
        Object it = value.getValue();
        text.append(' ').append(value.getKey()).append('=');
        text.append(it instanceof String[] ? Arrays.toString((String[]) it) : it);
      }
    }
    return text.toString();
  }
}
