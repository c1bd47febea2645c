// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

/**
 * Cuts the beginning of a statement into tokens, one at a time, without copying. Dialects disagree
 * about where comments and literals end. Wherever two readings differ, the tokens end: text that is
 * a value in one of them must never be taken for a name.
 */
final class SqlTokens {

  /** What a token is. */
  enum Kind {
    /** The text, or what is understood of it, is over. */
    END,
    /** A keyword or a name. */
    WORD,
    /** In double quotes, back-ticks or brackets: a name in some dialects, a value in others. */
    QUOTED,
    /** A string, a number or a parameter. */
    VALUE,
    /** One character. */
    SYMBOL
  }

  /** What a statement is about stands at its beginning. */
  static final int WINDOW = 2048;

  private final String sql;
  private final int limit;

  private int position;
  private int depth;
  private Kind kind = Kind.SYMBOL;
  private int start;
  private int end;
  private boolean afterDot;
  private boolean first = true;

  SqlTokens(String sql) {
    this.sql = sql;
    limit = Math.min(sql.length(), WINDOW);
  }

  Kind kind() {
    return kind;
  }

  /** How many parentheses and braces are open. */
  int depth() {
    return depth;
  }

  /** Where the next token may begin. */
  int position() {
    return position;
  }

  /** Goes back to what {@link #position} was when {@link #depth} was that. */
  void restart(int oldPosition, int oldDepth) {
    position = oldPosition;
    depth = oldDepth;
    kind = Kind.SYMBOL;
    start = oldPosition - 1;
  }

  boolean is(String keyword) {
    return kind == Kind.WORD
        && !afterDot
        && end - start == keyword.length()
        && sql.regionMatches(true, start, keyword, 0, keyword.length());
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && sql.charAt(start) == symbol;
  }

  /** The characters of a word or between quotes. */
  String text() {
    return sql.substring(start, end);
  }

  int length() {
    return end - start;
  }

  /** Whether that character follows the token directly. */
  boolean isBefore(char symbol) {
    return position < limit && sql.charAt(position) == symbol;
  }

  void next() {
    afterDot = kind == Kind.SYMBOL && !first && sql.charAt(start) == '.';
    kind = skipBlanks() && position < limit ? read(sql.charAt(position)) : stop();
    first = false;
  }

  private Kind read(char c) {
    switch (c) {
      case '\'':
        return quoted(c, Kind.VALUE);
      case '"':
      case '`':
        return quoted(c, Kind.QUOTED);
      case '[':
        return bracketed();
      case '$':
        return dollar();
      case ':':
      case '@':
        return parameter();
      default:
        return isWordPart(c) ? word() : symbol(c);
    }
  }

  private Kind symbol(char c) {
    if (c == '(' || c == '{') {
      depth++;
    } else if (c == ')' || c == '}') {
      depth--;
    }
    start = position;
    end = ++position;
    return Kind.SYMBOL;
  }

  private Kind word() {
    start = position;
    position = endOfWord(position);
    end = position;
    if (end == limit && limit < sql.length()) {
      return stop();
    }
    char c = sql.charAt(start);
    if (c >= '0' && c <= '9') {
      return Kind.VALUE;
    }
    return isBefore('\'') && (isWord("q") || isWord("nq")) ? oracleQuoted() : Kind.WORD;
  }

  private boolean isWord(String word) {
    return end - start == word.length() && sql.regionMatches(true, start, word, 0, word.length());
  }

  private int endOfWord(int from) {
    int at = from;
    while (at < limit && isWordPart(sql.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWordPart(char c) {
    return c == '_' || c == '$' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /** {@code 'it''s'}; a backslash before the quote escapes it in some dialects only. */
  private Kind quoted(char quote, Kind result) {
    start = position + 1;
    boolean escaped = false;
    for (int at = start; at < limit; at++) {
      char c = sql.charAt(at);
      if (c != quote) {
        escaped = c == '\\' && !escaped;
      } else if (escaped || (at + 1 == limit && limit < sql.length())) {
        return stop();
      } else if (at + 1 < limit && sql.charAt(at + 1) == quote) {
        at++;
      } else {
        end = at;
        position = at + 1;
        return result;
      }
    }
    return stop();
  }

  /** {@code q'[it's]'}, which other dialects read as {@code q} and the string {@code '[it'}. */
  private Kind oracleQuoted() {
    int open = position + 1;
    int at = open + 1;
    while (at < limit && sql.charAt(at) != '\'') {
      at++;
    }
    boolean same =
        at + 1 < limit
            && at - 1 > open
            && sql.charAt(at - 1) == closing(sql.charAt(open))
            && sql.charAt(at + 1) != '\'';
    if (!same) {
      return stop();
    }
    position = at + 1;
    return Kind.VALUE;
  }

  private static char closing(char open) {
    switch (open) {
      case '[':
        return ']';
      case '(':
        return ')';
      case '{':
        return '}';
      case '<':
        return '>';
      default:
        return open;
    }
  }

  /** {@code [a name]}, or an array's index or elements: the same unless quotes are inside. */
  private Kind bracketed() {
    start = position + 1;
    for (int at = start; at < limit; at++) {
      char c = sql.charAt(at);
      if (c == ']') {
        end = at;
        position = at + 1;
        return isBefore(']') ? stop() : Kind.QUOTED;
      }
      if (c == '[' || isQuote(c)) {
        return stop();
      }
    }
    return stop();
  }

  /** {@code $1}, or a string between {@code $tag$} and {@code $tag$}. */
  private Kind dollar() {
    int at = position + 1;
    while (at < limit && sql.charAt(at) != '$' && isWordPart(sql.charAt(at))) {
      at++;
    }
    if (at == limit || sql.charAt(at) != '$') {
      position = at;
      return Kind.VALUE;
    }
    int tag = at + 1 - position;
    for (int close = at + 1; close + tag <= limit; close++) {
      if (sql.charAt(close) == '$' && sql.regionMatches(position, sql, close, tag)) {
        position = close + tag;
        return Kind.VALUE;
      }
    }
    return stop();
  }

  /** {@code :name} and {@code @name}; alone it is a symbol. */
  private Kind parameter() {
    int after = endOfWord(position + 1);
    if (after == position + 1) {
      return symbol(sql.charAt(position));
    }
    position = after;
    return Kind.VALUE;
  }

  /** Skips white space and comments; false if it is not clear where a comment ends. */
  private boolean skipBlanks() {
    while (position < limit) {
      char c = sql.charAt(position);
      char following = position + 1 < limit ? sql.charAt(position + 1) : ' ';
      if (Character.isWhitespace(c) || c == '\uFEFF' || c == '\u00A0') {
        position++;
      } else if (c == '/' && following == '*') {
        if (!skipBlockComment()) {
          return false;
        }
      } else if (c == '-' && following == '-') {
        // Without a blank it is two minus signs in MySQL, but not where a statement begins.
        boolean afterBlank = position + 2 >= limit || sql.charAt(position + 2) <= ' ';
        if (!skipLineComment(first || afterBlank)) {
          return false;
        }
      } else if (c == '#' && following != '>') {
        // A comment in MySQL only; #> and #>> are operators of PostgreSQL.
        if (!skipLineComment(first)) {
          return false;
        }
      } else {
        return true;
      }
    }
    return true;
  }

  private boolean skipLineComment(boolean certain) {
    for (; position < limit; position++) {
      char c = sql.charAt(position);
      if (c == '\n') {
        return true;
      }
      // Dialects disagree whether a carriage return alone ends it.
      boolean alone = c == '\r' && position + 1 < limit && sql.charAt(position + 1) != '\n';
      if (alone || (!certain && isQuote(c))) {
        return false;
      }
    }
    return limit == sql.length();
  }

  /** Comments nest in some dialects; {@code /*!} holds statement text in MySQL. */
  private boolean skipBlockComment() {
    position += 2;
    boolean code = isBefore('!') || isBefore('M');
    for (; position + 1 < limit; position++) {
      char c = sql.charAt(position);
      char following = sql.charAt(position + 1);
      if (c == '*' && following == '/') {
        position += 2;
        return true;
      }
      if ((c == '/' && following == '*') || (code && isQuote(c))) {
        return false;
      }
    }
    return false;
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
  }

  private Kind stop() {
    position = limit;
    start = limit;
    end = limit;
    return Kind.END;
  }
}
