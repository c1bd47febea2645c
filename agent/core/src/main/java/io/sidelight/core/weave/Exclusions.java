// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.spi.Glob;
import java.util.List;

/** Which classes are never woven by what they contain, only if named. Immutable. */
final class Exclusions {

  /** The JDK, other agents and their like, and ourselves. */
  private static final String[] PREFIXES = {
    "java/",
    "javax/",
    "jdk/",
    "sun/",
    "com/sun/",
    "io/sidelight/bootstrap/",
    "io/sidelight/agent/",
    "io/sidelight/annotations/",
    "io/sidelight/api/",
    "net/bytebuddy/",
    "org/aspectj/",
    "org/jacoco/",
    "org/mockito/codegen/",
    "com/newrelic/",
    "com/nr/agent/",
    "datadog/",
    "io/opentelemetry/javaagent/",
    "co/elastic/apm/",
    "com/dynatrace/",
    "com/appdynamics/",
    "com/singularity/",
    "org/glowroot/",
    "com/intellij/rt/",
  };

  /** Generated subclasses and proxies: what they stand for is woven itself. */
  private static final String[] GENERATED = {
    "$$EnhancerBy",
    "$$FastClassBy",
    "$$SpringCGLIB$$",
    "$$SpringProxy$",
    "_$$_Weld",
    "$Proxy$_$$",
    "_$$_jvst",
    "$HibernateProxy$",
    "$ByteBuddy$",
    "$MockitoMock$",
    "$$Lambda",
    "GeneratedMethodAccessor",
    "GeneratedConstructorAccessor",
  };

  private final String[] include;
  private final String[] exclude;

  /**
   * Takes the operator's globs, such as {@code com.acme.*}.
   *
   * @param include classes that are considered in spite of the built-in list
   * @param exclude classes that are never woven, not even if named
   */
  Exclusions(List<String> include, List<String> exclude) {
    this.include = include.toArray(new String[0]);
    this.exclude = exclude.toArray(new String[0]);
  }

  /** Whether the operator forbade the class. */
  boolean isForbidden(String internalName) {
    return exclude.length > 0 && matchesAny(exclude, internalName);
  }

  /** Whether the class is not worth a look. */
  boolean isIgnored(String internalName) {
    if (include.length > 0 && matchesAny(include, internalName)) {
      return false;
    }
    for (String prefix : PREFIXES) {
      if (internalName.startsWith(prefix)) {
        return true;
      }
    }
    int dollar = internalName.indexOf('$');
    return dollar >= 0 && isGenerated(internalName, dollar);
  }

  private static boolean isGenerated(String internalName, int dollar) {
    if (internalName.startsWith("$Proxy", dollar)
        && (dollar == 0 || internalName.charAt(dollar - 1) == '/')) {
      return true; // java.lang.reflect.Proxy
    }
    for (String part : GENERATED) {
      if (internalName.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesAny(String[] globs, String internalName) {
    for (String glob : globs) {
      if (Glob.matches(glob, internalName.replace('/', '.'))) {
        return true;
      }
    }
    return false;
  }
}
