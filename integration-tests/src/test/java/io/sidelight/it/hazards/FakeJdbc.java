// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The source of a JDBC driver that does nothing but write down how it is called, so that a call
 * which only the agent makes shows.
 */
final class FakeJdbc {

  private FakeJdbc() {}

  static Map<String, String> sources() {
    return Map.of(
        "fake/Log.java",
        """
        package fake;

        import java.util.ArrayList;
        import java.util.Collections;
        import java.util.List;

        public final class Log {
          public static final List<String> CALLS = Collections.synchronizedList(new ArrayList<>());
          public static volatile boolean on = true;

          static void add(String call) {
            if (on) {
              CALLS.add(call);
            }
          }
        }
        """,
        "fake/FakeDriver.java",
        source("FakeDriver", Driver.class, Map.of("connect", "return new FakeConnection();")),
        "fake/FakeConnection.java",
        source(
            "FakeConnection",
            Connection.class,
            Map.of(
                "createStatement", "return new FakeStatement();",
                "prepareStatement", "return new FakeStatement();")),
        "fake/FakeStatement.java",
        source(
            "FakeStatement",
            PreparedStatement.class,
            Map.of("execute", EXECUTE, "executeUpdate", UPDATE)));
  }

  private static final String EXECUTE =
      "if (a0.contains(\"fail\")) { throw new SQLException(a0, \"23505\"); } return true;";

  private static final String UPDATE = "return 1;";

  private static String source(String name, Class<?> type, Map<String, String> bodies) {
    StringBuilder source = new StringBuilder("package fake;\n\nimport java.sql.*;\n\n");
    source.append("public class ").append(name).append(" implements ");
    source.append(type.getName()).append(" {\n");
    List<Method> methods =
        Arrays.stream(type.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .sorted(Comparator.comparing(Method::toString))
            .toList();
    for (Method method : methods) {
      append(source, method, bodies);
    }
    for (String objects : OBJECT_METHODS) {
      source.append(objects.replace("NAME", name));
    }
    return source.append("}\n").toString();
  }

  /** What a curious agent might call on any object. */
  private static final List<String> OBJECT_METHODS =
      List.of(
          "  @Override public String toString() { Log.add(\"NAME.toString\"); return \"NAME\"; }\n",
          "  @Override public int hashCode() { Log.add(\"NAME.hashCode\"); return 1; }\n",
          "  @Override public boolean equals(Object o) { Log.add(\"NAME.equals\"); return o == this; }\n");

  private static void append(StringBuilder source, Method method, Map<String, String> bodies) {
    int[] index = {0};
    String parameters =
        Arrays.stream(method.getGenericParameterTypes())
            .map(type -> type.getTypeName() + " a" + index[0]++)
            .collect(Collectors.joining(", "));
    String thrown =
        Arrays.stream(method.getExceptionTypes())
            .map(Class::getCanonicalName)
            .collect(Collectors.joining(", "));
    source.append("  @Override public ").append(generic(method)).append(' ');
    source.append(method.getName()).append('(').append(parameters).append(')');
    source.append(thrown.isEmpty() ? "" : " throws " + thrown).append(" {\n");
    source.append("    Log.add(\"").append(method.getDeclaringClass().getSimpleName());
    source.append('.').append(method.getName()).append("\");\n    ");
    source.append(body(method, bodies)).append("\n  }\n");
  }

  private static String body(Method method, Map<String, String> bodies) {
    String body = bodies.get(method.getName());
    boolean ofText =
        method.getParameterCount() > 0 && method.getParameterTypes()[0] == String.class;
    if (body != null && (ofText || method.getName().startsWith("create"))) {
      return body;
    }
    Class<?> type = method.getReturnType();
    if (type == void.class) {
      return "";
    }
    return type == boolean.class
        ? "return false;"
        : type.isPrimitive() ? "return 0;" : "return null;";
  }

  private static String generic(Method method) {
    return method.getGenericReturnType() == method.getReturnType()
        ? method.getReturnType().getCanonicalName()
        : method.toGenericString().contains("<T>")
            ? "<T> T"
            : method.getGenericReturnType().getTypeName();
  }
}
