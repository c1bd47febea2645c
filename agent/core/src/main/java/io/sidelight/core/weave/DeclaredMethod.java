// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.MethodDomain;
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

  /** In the text of an annotation: something is read of the method's parameters. */
  private static final String READ = "#";

  private static final int NEVER = Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;

  private final String className;
  private final byte[] bytes;
  private final ClassFile file;
  private final ClassFile.Method method;
  private final Map<String, Map<String, Object>> annotations;

  /**
   * Joins what both readers know.
   *
   * @param bytes the class file, and {@code file} as it was parsed
   * @param annotations values by property name, by annotation name; empty if not read
   */
  DeclaredMethod(
      String className,
      byte[] bytes,
      ClassFile file,
      ClassFile.Method method,
      Map<String, Map<String, Object>> annotations) {
    this.className = className;
    this.bytes = bytes;
    this.file = file;
    this.method = method;
    this.annotations = annotations;
  }

  /**
   * The methods of a class that have a body.
   *
   * @param targets only if one of them looks at annotations, these are read
   */
  static List<DeclaredMethod> all(
      String className, byte[] bytes, ClassFile file, List<Target> targets) {
    boolean annotated = false;
    for (Target target : targets) {
      annotated |= target.instrumentation.domain() instanceof MethodDomain;
    }
    Map<String, Map<String, Map<String, Object>>> annotations =
        annotated
            ? Annotations.of(bytes)
            : Collections.<String, Map<String, Map<String, Object>>>emptyMap();
    List<DeclaredMethod> methods = new ArrayList<>();
    for (ClassFile.Method method : file.methods()) {
      Map<String, Map<String, Object>> its = annotations.get(method.name + method.descriptor);
      methods.add(
          new DeclaredMethod(
              className, bytes, file, method, its == null ? Annotations.none() : its));
    }
    return methods;
  }

  /** Name and descriptor, which no other method of the class has. */
  String key() {
    return method.name + method.descriptor;
  }

  boolean isConstructor() {
    return method.name.charAt(0) == '<';
  }

  boolean isTooLong() {
    return method.codeLength > MAX_CODE_LENGTH;
  }

  boolean matches(MethodMatch match) {
    if (!match.mayMatch(method.name)
        || (isConstructor() && !match.isAnnotated() && !match.isForConstructors())
        || (match.isLike() && method.isAccessor)
        || (method.access & NEVER) != 0) {
      return false;
    }
    return match.matches(
        method.name, parameterTypes(), returnType(), new ArrayList<>(annotations.keySet()));
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
  public boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  @Override
  public boolean isForwarder() {
    return Forwarder.is(bytes, file, className.replace('.', '/'), method);
  }

  @Override
  public List<String> parameterTypes() {
    List<String> types = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(method.descriptor)) {
      types.add(type.getClassName());
    }
    return types;
  }

  @Override
  public List<String> parameterNames() {
    return ParameterNames.of(bytes, method.name, method.descriptor, isStatic());
  }

  @Override
  public String returnType() {
    return Type.getReturnType(method.descriptor).getClassName();
  }

  @Override
  public @Nullable Map<String, Object> parameterAnnotation(int index, String annotationName) {
    return annotation(Annotations.onParameter(index, annotationName));
  }

  @Override
  public @Nullable Map<String, Object> annotation(String annotationName) {
    Map<String, Object> values = annotations.get(annotationName);
    return values == null ? null : Collections.unmodifiableMap(values);
  }

  /** Class, name and parameters, for people. */
  @Override
  public String toString() {
    return className + "." + method.name + "(" + String.join(", ", parameterTypes()) + ")";
  }

  /** The annotations and their values, in a fixed order, and the names that they may mention. */
  String annotationText() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Map<String, Object>> annotation : annotations.entrySet()) {
      text.append('@').append(annotation.getKey());
      describe(annotation.getValue(), text);
    }
    if (text.indexOf(READ) >= 0) {
      text.append(parameterNames());
    }
    return text.toString();
  }

  private static void describe(Map<?, ?> values, StringBuilder text) {
    for (Map.Entry<?, ?> value : values.entrySet()) {
      Object it = value.getValue();
      text.append(' ').append(value.getKey()).append('=');
      if (it instanceof Map<?, ?>[]) {
        for (Map<?, ?> nested : (Map<?, ?>[]) it) {
          text.append('@');
          describe(nested, text);
        }
      } else {
        text.append(it instanceof String[] ? Arrays.toString((String[]) it) : it);
      }
    }
  }
}
