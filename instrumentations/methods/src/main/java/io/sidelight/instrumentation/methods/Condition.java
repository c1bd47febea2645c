// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.Meters;
import io.sidelight.spi.WovenMethod;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a call that returned has failed all the same: {@code #result.status == 'FAILED'}, {@code
 * #result.failed}, {@code !#result.ok}. Immutable.
 */
final class Condition {

  private static final Pattern FORM =
      Pattern.compile("(?:(!)\\s*)?(#[^\\s=!]+)(?:\\s*([=!]=)\\s*(\\S.*))?");
  private static final Pattern LITERAL =
      Pattern.compile("'([^']*)'|([-+]?[0-9]+(?:\\.[0-9]+)?)|([\\p{L}_$][\\p{L}\\p{N}_$]*)");

  private final Expression expression;
  private final boolean negated;
  private final @Nullable String literal;
  private final boolean isNull;
  private final @Nullable Double number;

  private Condition(
      Expression expression,
      boolean negated,
      @Nullable String literal,
      boolean isNull,
      @Nullable Double number) {
    this.expression = expression;
    this.negated = negated;
    this.literal = literal;
    this.isNull = isNull;
    this.number = number;
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is nothing of the kind; the message says why
   */
  static Condition parse(String text, WovenMethod method, Meters meters) {
    Matcher form = FORM.matcher(text.trim());
    boolean compares = form.matches() && form.group(3) != null;
    if (!form.matches() || (compares && form.group(1) != null)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a condition; use #result.x, !#result.x, #result.x == 'text'");
    }
    Expression expression = Expression.parse(String.valueOf(form.group(2)), method, meters);
    if (!compares) {
      return new Condition(expression, form.group(1) != null, null, false, null);
    }
    String value = String.valueOf(form.group(4));
    Matcher literal = LITERAL.matcher(value);
    if (!literal.matches()) {
      throw new IllegalArgumentException(
          value + " is not a value; use 'text', a number, true, false, null or a name");
    }
    boolean negated = "!=".equals(form.group(3));
    String quoted = literal.group(1);
    String number = literal.group(2);
    String word = literal.group(3);
    return new Condition(
        expression,
        negated,
        quoted != null ? quoted : number != null ? number : word,
        "null".equals(word),
        number == null ? null : Double.valueOf(number));
  }

  boolean isOfResult() {
    return expression.isOfResult();
  }

  /** Whether it holds in a call; false if that cannot be read. */
  boolean holds(Finished call) {
    Object value = expression.read(call);
    return value != Expression.UNREADABLE && equal(value) != negated;
  }

  private boolean equal(@Nullable Object value) {
    if (literal == null) {
      return Boolean.TRUE.equals(value);
    }
    if (value == null || isNull) {
      return value == null && isNull;
    }
    Double wanted = number;
    if (wanted != null && value instanceof Number) {
      return wanted.equals(((Number) value).doubleValue());
    }
    return Expression.label(value).equals(literal);
  }
}
