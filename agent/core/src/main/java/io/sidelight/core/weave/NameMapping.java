// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.ClassName;
import io.sidelight.spi.MethodName;
import java.lang.annotation.Annotation;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.TextConstant;

/**
 * Replaces a parameter of advice by a name of what is woven. Byte Buddy's own {@code Advice.Origin}
 * does so too, but loads its descriptions of every constant that a class file can have for it.
 */
abstract class NameMapping<T extends Annotation>
    implements Advice.OffsetMapping.Factory<T>, Advice.OffsetMapping {

  static final NameMapping<MethodName> METHOD =
      new NameMapping<MethodName>(MethodName.class) {
        @Override
        String name(TypeDescription type, MethodDescription method) {
          return method.getInternalName();
        }
      };

  static final NameMapping<ClassName> CLASS =
      new NameMapping<ClassName>(ClassName.class) {
        @Override
        String name(TypeDescription type, MethodDescription method) {
          return type.getName();
        }
      };

  private final Class<T> annotation;

  private NameMapping(Class<T> annotation) {
    this.annotation = annotation;
  }

  abstract String name(TypeDescription type, MethodDescription method);

  @Override
  public Class<T> getAnnotationType() {
    return annotation;
  }

  @Override
  public Advice.OffsetMapping make(
      ParameterDescription.InDefinedShape target,
      AnnotationDescription.Loadable<T> declared,
      AdviceType adviceType) {
    return this;
  }

  @Override
  public Target resolve(
      TypeDescription instrumentedType,
      MethodDescription instrumentedMethod,
      Assigner assigner,
      Advice.ArgumentHandler argumentHandler,
      Sort sort) {
    return new Target.ForStackManipulation(
        new TextConstant(name(instrumentedType, instrumentedMethod)));
  }
}
