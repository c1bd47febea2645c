// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the annotations of a class's methods from its bytes. Annotation types are not resolved:
 * they may be absent at run time.
 */
final class Annotations extends ClassVisitor {

  private final Map<String, Map<String, Map<String, Object>>> byMethod = new HashMap<>();

  private Annotations() {
    super(OpenedClassReader.ASM_API);
  }

  /**
   * Values by property name, by annotation name, by method name and descriptor. Those of parameters
   * as {@link #onParameter} names them.
   */
  static Map<String, Map<String, Map<String, Object>>> of(byte[] bytes) {
    Annotations reader = new Annotations();
    OpenedClassReader.of(bytes)
        .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return reader.byMethod;
  }

  static Map<String, Map<String, Object>> none() {
    return Collections.emptyMap();
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    Map<String, Map<String, Object>> annotations = new TreeMap<>();
    return new MethodVisitor(OpenedClassReader.ASM_API) {
      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean visible) {
        Map<String, Object> values = new TreeMap<>();
        annotations.put(Type.getType(type).getClassName(), values);
        byMethod.put(name + descriptor, annotations);
        return new Values(values);
      }

      @Override
      public AnnotationVisitor visitParameterAnnotation(int index, String type, boolean visible) {
        Map<String, Object> values = new TreeMap<>();
        annotations.put(onParameter(index, Type.getType(type).getClassName()), values);
        byMethod.put(name + descriptor, annotations);
        return new Values(values);
      }
    };
  }

  /** What stands for the name of an annotation on a parameter; no annotation has that name. */
  static String onParameter(int index, String annotationName) {
    return index + "@" + annotationName;
  }

  /**
   * Collects strings, boxed primitives, names of classes and constants, and arrays of all these as
   * arrays of strings; of annotations arrays of their values. Leaves the rest out.
   */
  private static final class Values extends AnnotationVisitor {
    private final Map<String, Object> values;

    Values(Map<String, Object> values) {
      super(OpenedClassReader.ASM_API);
      this.values = values;
    }

    @Override
    public void visit(String name, Object value) {
      values.put(name, value.getClass().isArray() ? texts(value) : plain(value));
    }

    @Override
    public void visitEnum(String name, String type, String value) {
      values.put(name, value);
    }

    private static Object plain(Object value) {
      return value instanceof Type ? ((Type) value).getClassName() : value;
    }

    private static String[] texts(Object primitives) {
      String[] texts = new String[Array.getLength(primitives)];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = String.valueOf(Array.get(primitives, i));
      }
      return texts;
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      List<String> elements = new ArrayList<>();
      List<Map<String, Object>> nested = new ArrayList<>();
      return new AnnotationVisitor(OpenedClassReader.ASM_API) {
        @Override
        public void visit(@Nullable String ignored, Object value) {
          elements.add(String.valueOf(plain(value)));
        }

        @Override
        public void visitEnum(@Nullable String ignored, String type, String value) {
          elements.add(value);
        }

        @Override
        public AnnotationVisitor visitAnnotation(@Nullable String ignored, String type) {
          Map<String, Object> its = new TreeMap<>();
          nested.add(its);
          return new Values(its);
        }

        @Override
        public void visitEnd() {
          values.put(
              name,
              nested.isEmpty()
                  ? elements.toArray(new String[0])
                  : nested.toArray(new Map<?, ?>[0]));
        }
      };
    }
  }
}
