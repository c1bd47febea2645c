// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.Settings;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Methods that the configuration names: {@code com.acme.Orders.place*}, {@code
 * com.acme..*Service.*(..)}, {@code com.acme.Repository+.find*}. Two dots, or two asterisks, stand
 * for any packages; a plus sign for the class or interface and all that extends it.
 */
final class NamedMethods {

  private static final String METHODS = "business.methods";
  private static final String PACKAGES = "business.packages";
  private static final String ANY_ARGUMENTS = "(..)";

  private NamedMethods() {}

  /** Places still without advice; none if the configuration names none. */
  static List<WeavePoint> of(Settings settings) {
    List<WeavePoint> points = new ArrayList<>();
    for (String pattern : settings.list(METHODS)) {
      String both =
          pattern.endsWith(ANY_ARGUMENTS)
              ? pattern.substring(0, pattern.length() - ANY_ARGUMENTS.length())
              : pattern;
      int dot = both.lastIndexOf('.');
      MethodMatch methods = MethodMatch.like(both.substring(dot + 1));
      String type = both.substring(0, dot);
      if (type.endsWith("+")) {
        String name = type.substring(0, type.length() - 1);
        points.add(WeavePoint.in(TypeMatch.like(name)).at(methods));
        points.add(WeavePoint.in(TypeMatch.subtypeOf(name)).at(methods));
      } else {
        points.add(WeavePoint.in(TypeMatch.like(globs(type))).at(methods));
      }
    }
    for (String name : settings.list(PACKAGES)) {
      points.add(WeavePoint.in(TypeMatch.like(name + ".**")).at(MethodMatch.like("*")));
    }
    return points;
  }

  /** Two dots may stand for one. */
  private static String[] globs(String type) {
    return type.contains("..")
        ? new String[] {type.replace("..", "."), type.replace("..", ".**.")}
        : new String[] {type};
  }
}
