// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import java.io.ObjectStreamClass;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Prints what reflection shows of classes, one line for each thing. */
public final class DumpMain {

  private DumpMain() {}

  /** Takes names of classes. */
  public static void main(String[] names) throws ClassNotFoundException {
    for (String name : names) {
      Class<?> type = Class.forName(name);
      List<String> lines = new ArrayList<>();
      lines.add("is " + Modifier.toString(type.getModifiers()) + " " + type.getGenericSuperclass());
      Arrays.stream(type.getGenericInterfaces()).forEach(i -> lines.add("implements " + i));
      Arrays.stream(type.getDeclaredFields()).forEach(f -> lines.add(line(f, f.toGenericString())));
      Arrays.stream(type.getDeclaredConstructors())
          .forEach(c -> lines.add(line(c, c.toGenericString())));
      Arrays.stream(type.getDeclaredMethods())
          .forEach(m -> lines.add(line(m, m.toGenericString() + annotations(m.getAnnotations()))));
      lines.add("annotated " + annotations(type.getAnnotations()));
      lines.add("serial " + ObjectStreamClass.lookupAny(type).getSerialVersionUID());
      Collections.sort(lines);
      lines.forEach(line -> System.out.println(name + ": " + line));
    }
  }

  private static String line(Member member, String text) {
    return text + " " + Integer.toHexString(member.getModifiers());
  }

  private static String annotations(Annotation[] annotations) {
    return " " + Arrays.stream(annotations).map(Annotation::toString).sorted().toList();
  }
}
