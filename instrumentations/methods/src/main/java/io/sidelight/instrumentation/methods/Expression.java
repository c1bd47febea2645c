// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.Meters;
import io.sidelight.spi.WovenMethod;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way to a value of each call of a method, such as {@code #request.fuelType}: from an argument,
 * the object itself or what was returned, over properties. Immutable.
 */
final class Expression {

  /** What {@link #read} returns where the way ends before its end. */
  static final Object UNREADABLE = new Object();

  private static final String NONE = "none";
  private static final String ERROR = "error";
  private static final char MARK = '#';
  private static final int RESULT = -1;
  private static final int SELF = -2;
  private static final Pattern STEP = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final Pattern NUMBER = Pattern.compile("p?([0-9]{1,3})");

  private final String text;
  private final int root;
  private final Property[] steps;
  private final String where;
  private final Meters meters;

  private Expression(String text, int root, Property[] steps, String where, Meters meters) {
    this.text = text;
    this.root = root;
    this.steps = steps;
    this.where = where;
    this.meters = meters;
  }

  /** Whether a label's value is read from each call, and no constant. */
  static boolean isOne(String value) {
    return value.length() > 1 && value.charAt(0) == MARK && value.charAt(1) != MARK;
  }

  /** The constant that a value stands for that {@link #isOne} denies. */
  static String constant(String value) {
    return value.startsWith("##") ? value.substring(1) : value;
  }

  /** What stands for the constant {@code text}. */
  static String quoted(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK ? MARK + text : text;
  }

  /**
   * Reads {@code #root.property.property}.
   *
   * @throws IllegalArgumentException if it is nothing of the kind, or begins at what the method
   *     does not have; the message says why
   */
  static Expression parse(String text, WovenMethod method, Meters meters) {
    if (!isOne(text)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" does not begin at #argument, #0, #this or #result");
    }
    String[] names = text.substring(1).split("\\.", -1);
    Property[] steps = new Property[names.length - 1];
    for (int i = 0; i < steps.length; i++) {
      if (!STEP.matcher(names[i + 1]).matches()) {
        throw new IllegalArgumentException(
            "\"" + text + "\" is not a way to a value; after dots there are names of properties");
      }
      steps[i] = new Property(names[i + 1]);
    }
    String where = method.className() + "." + method.name();
    return new Expression(text, root(names[0], method), steps, where, meters);
  }

  private static int root(String name, WovenMethod method) {
    switch (name) {
      case "result":
        check(!method.returnType().equals("void"), "#result: the method returns nothing");
        return RESULT;
      case "this":
        check(!method.isStatic(), "#this: the method is static");
        return SELF;
      default:
        return argument(name, method);
    }
  }

  private static int argument(String name, WovenMethod method) {
    List<String> names = method.parameterNames();
    int index = names.indexOf(name);
    if (index >= 0) {
      return index;
    }
    int count = method.parameterTypes().size();
    if (NUMBER.matcher(name).matches()) {
      index = Integer.parseInt(name.startsWith("p") ? name.substring(1) : name);
      check(index < count, "#" + name + ": the method has only " + count + " parameters");
      return index;
    }
    check(
        count == 0 || !names.isEmpty(),
        "#" + name + ": the class file has no names of parameters; use #0, or javac -parameters");
    throw new IllegalArgumentException(
        "#" + name + ": the method has no such parameter, its parameters are " + names);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Whether it begins at what the method returned: then it is read when that is there. */
  boolean isOfResult() {
    return root == RESULT;
  }

  /**
   * Its value in one call; null as soon as one step is null.
   *
   * @return {@link #UNREADABLE} if an object has no such property, which is told once, or could not
   *     tell it
   */
  @Nullable Object read(Finished call) {
    try {
      Object value = content(begin(call));
      for (int i = 0; i < steps.length && value != null; i++) {
        value = content(steps[i].of(value));
      }
      return value;
    } catch (NoSuchFieldException | IllegalAccessException e) {
      meters.problem("methods: " + where + ": " + text + " cannot be read: " + e.getMessage());
      return UNREADABLE;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return UNREADABLE; // the object's own matter, e.g. what its getter threw
    }
  }

  private @Nullable Object begin(Finished call) {
    switch (root) {
      case RESULT:
        return call.result;
      case SELF:
        return call.self;
      default:
        return call.arguments[root];
    }
  }

  private static @Nullable Object content(@Nullable Object value) {
    return value instanceof Optional ? ((Optional<?>) value).orElse(null) : value;
  }

  /** The value of a label; of an object that is no plain value its class, never its content. */
  static String label(@Nullable Object value) {
    if (value == null) {
      return NONE;
    }
    if (value == UNREADABLE) {
      return ERROR;
    }
    if (value instanceof String || value instanceof Boolean || value instanceof Character) {
      return value.toString();
    }
    if (value instanceof Enum) {
      return ((Enum<?>) value).name();
    }
    if (value instanceof Number && value.getClass().getName().startsWith("java.")) {
      return value.toString();
    }
    Class<?> type = value instanceof Class ? (Class<?>) value : value.getClass();
    return Declared.simpleName(type.getName());
  }

  @Override
  public String toString() {
    return text;
  }
}
