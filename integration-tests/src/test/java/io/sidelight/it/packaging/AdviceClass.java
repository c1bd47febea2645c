// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** An advice class as its class file has it, and what of it breaks the rules. */
final class AdviceClass extends ClassVisitor {

  private static final String ENTER = "Lnet/bytebuddy/asm/Advice$OnMethodEnter;";
  private static final String EXIT = "Lnet/bytebuddy/asm/Advice$OnMethodExit;";
  private static final String PARAMETERS = "Lnet/bytebuddy/asm/Advice$";
  private static final Type THROWABLE = Type.getType(Throwable.class);
  private static final int MOST_CODE = 150;

  /**
   * May put another result in the place of one, and nothing else may: who subscribes to a publisher
   * can only be seen by one that stands for it. Arguments are never replaced.
   */
  private static final String REPLACES_RESULTS =
      "io.sidelight.instrumentation.methods.PublisherAdvice";

  /** For constructors: the JVM lets nothing catch what they throw. */
  private static final String OF_CONSTRUCTORS = "io.sidelight.instrumentation.health.MadeAdvice";

  private final String name;
  private final List<String> violations = new ArrayList<>();
  private final SortedSet<String> referenced = new TreeSet<>();
  private int adviceMethods;

  private AdviceClass(String name) {
    super(Opcodes.ASM9);
    this.name = name;
  }

  static AdviceClass read(String name) throws IOException {
    AdviceClass advice = new AdviceClass(name);
    String resource = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = AdviceClass.class.getResourceAsStream(resource)) {
      new ClassReader(Objects.requireNonNull(in, resource).readAllBytes())
          .accept(advice, ClassReader.SKIP_FRAMES);
    }
    if (advice.adviceMethods == 0) {
      advice.violation("has no advice method");
    }
    return advice;
  }

  /** One sentence each. */
  List<String> violations() {
    return violations;
  }

  /** The classes that its code mentions, with dots. */
  SortedSet<String> referenced() {
    return referenced;
  }

  private void violation(String what) {
    violations.add(name + " " + what);
  }

  @Override
  public void visit(
      int version,
      int access,
      String internalName,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    if ((access & Opcodes.ACC_PUBLIC) == 0) {
      violation("is not public");
    }
    if (!superName.equals("java/lang/Object") || interfaces.length > 0) {
      violation("has supertypes");
    }
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access, String field, String descriptor, @Nullable String signature, @Nullable Object v) {
    violation("has the field " + field);
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return method.equals("<init>") ? null : new Method(access, method, descriptor);
  }

  private final class Method extends MethodVisitor {

    private final int access;
    private final String method;
    private final String descriptor;
    private final Map<String, Map<String, Object>> annotations = new HashMap<>();
    private int instructions;

    Method(int access, String method, String descriptor) {
      super(Opcodes.ASM9);
      this.access = access;
      this.method = method;
      this.descriptor = descriptor;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String type, boolean visible) {
      Map<String, Object> values = new HashMap<>();
      annotations.put(type, values);
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String property, Object value) {
          values.put(property, value);
        }
      };
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(int index, String type, boolean visible) {
      if (type.equals(PARAMETERS + "Local;")) {
        violation(method + " has a local of Byte Buddy");
      }
      if (type.equals(PARAMETERS + "Origin;")) {
        violation(method + " asks Byte Buddy for a name, which is dear at start-up");
      }
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String property, Object value) {
          boolean allowed = type.equals(PARAMETERS + "Return;") && name.equals(REPLACES_RESULTS);
          if (property.equals("readOnly") && Boolean.FALSE.equals(value) && !allowed) {
            violation(method + " may change what it is given");
          }
        }
      };
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String called, String type, boolean ofInterface) {
      instructions++;
      reference(owner);
      if (owner.equals(name.replace('.', '/'))) {
        violation(method + " calls its own " + called);
      }
      if (opcode == Opcodes.INVOKESTATIC && ofInterface) {
        violation(method + " calls a static method of an interface");
      }
    }

    @Override
    public void visitInvokeDynamicInsn(String lambda, String type, Handle handle, Object... args) {
      violation(method + " has a lambda or concatenates text");
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      instructions++;
      reference(type);
      if (opcode == Opcodes.NEW) {
        violation(method + " creates a " + type);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String type) {
      instructions++;
      reference(owner);
    }

    @Override
    public void visitInsn(int opcode) {
      instructions++;
      if (opcode == Opcodes.MONITORENTER) {
        violation(method + " takes a lock");
      }
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
      instructions++;
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      instructions++;
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
      violation(method + " has a switch");
    }

    @Override
    public void visitTryCatchBlock(Label start, Label stop, Label handler, @Nullable String type) {
      violation(method + " catches: suppression does that");
    }

    @Override
    public void visitEnd() {
      Map<String, Object> enter = annotations.get(ENTER);
      Map<String, Object> exit = annotations.get(EXIT);
      if (enter == null && exit == null) {
        violation(method + descriptor + " is a helper");
        return;
      }
      adviceMethods++;
      if ((access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC))
          != (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC)) {
        violation(method + " is not public static");
      }
      Map<String, Object> values = enter == null ? exit : enter;
      if (values == null || !THROWABLE.equals(values.get("suppress"))) {
        violation(method + " does not suppress Throwable");
      }
      if (exit != null
          && !name.equals(OF_CONSTRUCTORS)
          && !THROWABLE.equals(exit.get("onThrowable"))) {
        violation(method + " does not run when the method throws");
      }
      if (values != null && (values.containsKey("skipOn") || values.containsKey("repeatOn"))) {
        violation(method + " decides whether the method runs");
      }
      if (values != null && Boolean.FALSE.equals(values.get("inline"))) {
        violation(method + " is not inlined");
      }
      if (instructions > MOST_CODE) {
        violation(method + " has " + instructions + " instructions");
      }
    }

    private void reference(String internalName) {
      Type type = Type.getObjectType(internalName);
      Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
      referenced.add(element.getClassName());
    }
  }
}
