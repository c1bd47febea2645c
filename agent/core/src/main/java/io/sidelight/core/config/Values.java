// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether a value fits its key, and brings it into the form that readers rely on. */
final class Values {

  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_LIST = 10_000;
  private static final int MOST_BUCKETS = 50;
  private static final int MOST_URLS = 20;

  /**
   * Labels that Prometheus or Kubernetes attach to every target, then those of Sidelight's own
   * metrics: a common label of that name would appear twice on a sample.
   */
  private static final String RESERVED =
      " job instance namespace pod container service node cluster le quantile"
          + " method endpoint status type table error command class component version revision"
          + " instrumentation library state metric label level area pool gc vendor runtime reason ";

  /** As other pattern languages write one; none is woven, and no method can have that name. */
  private static final String CONSTRUCTOR = ".new";

  /** What may follow the name of a method. */
  private static final String ANY = "(..)";

  private Values() {}

  /** Why {@code text} is no value of {@code key}, after its quotation; null if it is one. */
  static @Nullable String problem(Key key, String text) {
    boolean fits = text.length() <= (key.type().isList() ? LONGEST_LIST : LONGEST_TEXT);
    if (fits && !hasControl(text)) {
      String reserved = key.type() == ValueType.LABELS ? reservedLabel(text) : null;
      if (reserved != null) {
        return "uses the reserved label " + Names.quote(reserved);
      }
      if (fits(key, text)) {
        return null;
      }
    }
    return "is not " + key.type().noun() + " (use " + key.examples() + ")";
  }

  /** The one spelling of a valid value. */
  static String canonical(Key key, String text) {
    if (key.type() == ValueType.FLAG) {
      return isTrue(text) ? "true" : "false";
    }
    return key.type() == ValueType.CHOICE ? Names.lower(text) : text;
  }

  /** The comma-separated parts, trimmed, without empty ones. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String part = text.substring(start, end).trim();
      if (!part.isEmpty()) {
        parts.add(part);
      }
      start = end + 1;
    }
    return parts;
  }

  private static boolean fits(Key key, String text) {
    switch (key.type()) {
      case FLAG:
        return isTrue(text) || isFalse(text);
      case CHOICE:
        return key.choices().contains(Names.lower(text));
      case NUMBER:
      case PORT:
        return isNumber(text, key.min(), key.max());
      case DURATION:
        return Durations.nanos(text) >= 0;
      case ADDRESS:
        return isAddress(text);
      case BUCKETS:
        return areBuckets(split(text));
      case PATHS:
        return arePaths(split(text));
      case CLASSES:
        return areClasses(split(text));
      case ANNOTATIONS:
        return areAnnotations(split(text), split(key.defaultText()));
      case METHODS:
        return areMethods(split(text));
      case LABELS:
        return areLabels(split(text));
      case NAMES:
        return areNames(split(text));
      case URL:
        return isUrl(text);
      case URLS:
        return areUrls(split(text));
      default:
        return true;
    }
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTrue(String text) {
    return isOneOf(text, "true", "yes", "on", "1");
  }

  private static boolean isFalse(String text) {
    return isOneOf(text, "false", "no", "off", "0");
  }

  private static boolean isOneOf(String text, String... words) {
    return Arrays.asList(words).contains(Names.lower(text));
  }

  private static boolean isNumber(String text, int min, int max) {
    if (text.isEmpty() || text.length() > 9) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      // Not Character.isDigit: that also accepts digits of other scripts.
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    int number = Integer.parseInt(text);
    return number >= min && number <= max;
  }

  private static boolean isAddress(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits = c < 128 && (Character.isLetterOrDigit(c) || ".:-_[]%".indexOf(c) >= 0);
      if (!fits) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean areBuckets(List<String> bounds) {
    double last = 0;
    for (String bound : bounds) {
      double seconds;
      try {
        seconds = Double.parseDouble(bound);
      } catch (NumberFormatException e) {
        return false;
      }
      if (!(seconds > last) || Double.isInfinite(seconds)) {
        return false;
      }
      last = seconds;
    }
    return bounds.size() <= MOST_BUCKETS;
  }

  private static boolean arePaths(List<String> paths) {
    for (String path : paths) {
      if (path.charAt(0) != '/' || path.indexOf(' ') >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean areClasses(List<String> patterns) {
    for (String pattern : patterns) {
      if (!isPattern(pattern)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPattern(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && c != '.' && c != '*') {
        return false;
      }
    }
    return true;
  }

  private static boolean areAnnotations(List<String> names, List<String> libraries) {
    for (String name : names) {
      boolean isClass = name.indexOf('.') > 0 && name.indexOf('*') < 0 && isPattern(name);
      if (!isClass && !libraries.contains(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areMethods(List<String> patterns) {
    for (String pattern : patterns) {
      String both =
          pattern.endsWith(ANY) ? pattern.substring(0, pattern.length() - ANY.length()) : pattern;
      int dot = both.lastIndexOf('.');
      String type = both.substring(0, Math.max(dot, 0));
      boolean withSubtypes = type.endsWith("+");
      String name = withSubtypes ? type.substring(0, type.length() - 1) : type;
      if (name.isEmpty()
          || dot == both.length() - 1
          || !isPattern(name)
          || !isPattern(both.substring(dot + 1))
          || both.endsWith(CONSTRUCTOR)
          || (withSubtypes && (name.indexOf('*') >= 0 || name.indexOf('.') < 0))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areLabels(List<String> labels) {
    Set<String> names = new HashSet<>();
    for (String label : labels) {
      int equals = label.indexOf('=');
      if (equals <= 0 || equals == label.length() - 1) {
        return false;
      }
      String name = label.substring(0, equals).trim();
      if (!isLabelName(name) || !names.add(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areNames(List<String> names) {
    for (String name : names) {
      if (!isLabelName(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areUrls(List<String> named) {
    Set<String> names = new HashSet<>();
    for (String each : named) {
      int equals = each.indexOf('=');
      String name = equals < 0 ? "" : each.substring(0, equals).trim();
      if (!isLabelName(name) || !names.add(name) || !isUrl(each.substring(equals + 1).trim())) {
        return false;
      }
    }
    return named.size() <= MOST_URLS;
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme());
      return (scheme.equals("http") || scheme.equals("https"))
          && uri.getHost() != null
          && uri.getUserInfo() == null; // a secret that would be shown
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isLabelName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static @Nullable String reservedLabel(String text) {
    for (String label : split(text)) {
      int equals = label.indexOf('=');
      String name = (equals < 0 ? label : label.substring(0, equals)).trim();
      if (name.startsWith("__") || RESERVED.contains(" " + name + " ")) {
        return name;
      }
    }
    return null;
  }
}
