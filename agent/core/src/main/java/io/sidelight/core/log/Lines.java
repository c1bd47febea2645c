// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.log;

/** Writes a message as one line, whatever it contains. */
final class Lines {

  private static final int LONGEST = 4000;
  private static final String HEX = "0123456789abcdef";
  private static final long MILLIS_OF_DAY = 24L * 3600 * 1000;

  private Lines() {}

  static String text(String area, String message) {
    StringBuilder line = new StringBuilder("sidelight: ").append(area).append(": ");
    append(line, message, false);
    return line.append('\n').toString();
  }

  static String json(long millis, Log.Level level, String area, String message) {
    StringBuilder line = new StringBuilder("{\"timestamp\":\"");
    appendTime(line, millis);
    line.append("\",\"level\":\"").append(level.name());
    line.append("\",\"logger\":\"sidelight\",\"message\":\"");
    append(line, area, true);
    line.append(": ");
    append(line, message, true);
    return line.append("\"}\n").toString();
  }

  private static void append(StringBuilder line, String message, boolean json) {
    int length = Math.min(message.length(), LONGEST);
    for (int i = 0; i < length; i++) {
      char c = message.charAt(i);
      if (c == '\n') {
        line.append("\\n");
      } else if (c == '\r') {
        line.append("\\r");
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        appendUnicode(line, c);
      } else {
        line.append(json && (c == '"' || c == '\\') ? "\\" : "").append(c);
      }
    }
    line.append(message.length() > LONGEST ? "…" : "");
  }

  private static void appendUnicode(StringBuilder line, char c) {
    line.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      line.append(HEX.charAt((c >> shift) & 15));
    }
  }

  /**
   * ISO 8601 in UTC. By hand, because {@code java.time} would load a hundred classes before the
   * application's own; the date as in "Euclidean affine functions and their application to calendar
   * algorithms".
   */
  private static void appendTime(StringBuilder line, long millis) {
    long days = millis / MILLIS_OF_DAY;
    int ofDay = (int) (millis % MILLIS_OF_DAY);
    // Years begin in March, so that the leap day is the last one.
    long shifted = days + 719_468;
    long era = shifted / 146_097;
    long dayOfEra = shifted % 146_097;
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long month = (5 * dayOfYear + 2) / 153;
    long year = yearOfEra + era * 400 + (month < 10 ? 0 : 1);
    append(line, year, 4, '-');
    append(line, month < 10 ? month + 3 : month - 9, 2, '-');
    append(line, dayOfYear - (153 * month + 2) / 5 + 1, 2, 'T');
    append(line, ofDay / 3_600_000, 2, ':');
    append(line, ofDay / 60_000 % 60, 2, ':');
    append(line, ofDay / 1000 % 60, 2, '.');
    append(line, ofDay % 1000, 3, 'Z');
  }

  private static void append(StringBuilder line, long number, int digits, char after) {
    String text = Long.toString(number);
    for (int i = text.length(); i < digits; i++) {
      line.append('0');
    }
    line.append(text).append(after);
  }
}
