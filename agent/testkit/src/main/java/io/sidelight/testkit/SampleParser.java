// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one line of the text format strictly: what it does not know is a failure. */
final class SampleParser {

  private final String line;
  private int at;

  SampleParser(String line) {
    this.line = line;
  }

  Scrape.Sample sample() {
    String name = name();
    Map<String, String> labels = new LinkedHashMap<>();
    if (peek() == '{') {
      at++;
      while (peek() != '}') {
        String label = name();
        expect('=');
        if (labels.put(label, quoted()) != null) {
          throw broken("label " + label + " twice");
        }
        if (peek() == ',') {
          at++;
        }
      }
      expect('}');
    }
    expect(' ');
    return new Scrape.Sample(name, labels, number(line.substring(at)), line);
  }

  private String name() {
    int start = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == ':') {
      at++;
    }
    if (at == start) {
      throw broken("no name");
    }
    return line.substring(start, at);
  }

  private String quoted() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (peek() != '"') {
      char c = line.charAt(at++);
      value.append(c == '\\' ? escaped(line.charAt(at++)) : c);
    }
    at++;
    return value.toString();
  }

  private char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case '"', '\\' -> c;
      default -> throw broken("escape \\" + c);
    };
  }

  private double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private char peek() {
    if (at >= line.length()) {
      throw broken("ends too early");
    }
    return line.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw broken("'" + c + "' expected at " + at);
    }
    at++;
  }

  private AssertionError broken(String what) {
    return new AssertionError("not the text format (" + what + "): " + line);
  }
}
