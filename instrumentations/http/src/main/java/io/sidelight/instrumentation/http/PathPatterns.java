// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Paths of requests, as Ant patterns: {@code ?} is one character, {@code *} any number of them up
 * to the next slash, {@code **} any number at all; {@code /x/**} includes {@code /x}.
 */
final class PathPatterns {

  /** Of longer paths only so much is compared: the client chooses the length. */
  private static final int LONGEST = 256;

  private final List<Rule> rules = new ArrayList<>();

  PathPatterns(List<String> patterns) {
    for (String pattern : patterns) {
      rules.add(new Rule(pattern));
      if (pattern.endsWith("/**")) {
        rules.add(new Rule(pattern.substring(0, pattern.length() - 3)));
      }
    }
  }

  /** Whether one of the patterns fits {@code path}, as the client sent it. */
  boolean contain(String path) {
    if (rules.isEmpty()) {
      return false;
    }
    String plain = withoutParameters(path);
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).fits(plain)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutParameters(String path) {
    int semicolon = path.indexOf(';');
    int end = Math.min(semicolon < 0 ? path.length() : semicolon, LONGEST);
    return end == path.length() ? path : path.substring(0, end);
  }

  /** One pattern. What most of them are needs no regular expression, so no allocation. */
  private static final class Rule {

    /** What comes before the first wildcard. */
    private final String literal;

    private final boolean everythingBelow;
    private final @Nullable Pattern rest;

    Rule(String pattern) {
      int wildcard = 0;
      while (wildcard < pattern.length() && "*?".indexOf(pattern.charAt(wildcard)) < 0) {
        wildcard++;
      }
      String tail = pattern.substring(wildcard);
      literal = pattern.substring(0, wildcard);
      everythingBelow = tail.equals("**");
      rest = tail.isEmpty() || everythingBelow ? null : Pattern.compile(expression(tail));
    }

    boolean fits(String path) {
      if (!path.startsWith(literal)) {
        return false;
      }
      if (rest != null) {
        return rest.matcher(path).region(literal.length(), path.length()).matches();
      }
      return everythingBelow || path.length() == literal.length();
    }

    private static String expression(String pattern) {
      StringBuilder expression = new StringBuilder();
      for (int i = 0; i < pattern.length(); i++) {
        if (pattern.startsWith("**/", i)) {
          expression.append("(?:.*/)?");
          i += 2;
        } else if (pattern.startsWith("**", i)) {
          expression.append(".*");
          i++;
        } else if (pattern.charAt(i) == '*') {
          expression.append("[^/]*");
        } else if (pattern.charAt(i) == '?') {
          expression.append("[^/]");
        } else {
          expression.append(Pattern.quote(pattern.substring(i, i + 1)));
        }
      }
      return expression.toString();
    }
  }
}
