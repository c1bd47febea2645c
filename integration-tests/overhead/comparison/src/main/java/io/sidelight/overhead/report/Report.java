// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.report;

import static io.sidelight.overhead.report.Figures.OTEL;
import static io.sidelight.overhead.report.Figures.SIDELIGHT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.sidelight.overhead.Layout;
import io.sidelight.overhead.result.Results;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code OVERHEAD.md} and the headline of the README: text from a template, every number from the
 * raw results.
 */
public final class Report {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9.-]+)}}");
  private static final String BEGIN =
      "<!-- overhead: begin; written by integration-tests/overhead/run -->\n";
  private static final String END = "<!-- overhead: end -->\n";

  private final Machine machine;
  private final Figures figures;
  private final Map<String, Supplier<String>> tables = new LinkedHashMap<>();

  /** A report of one run. */
  public Report(Results results, Machine machine) {
    this.machine = machine;
    this.figures = new Figures(results);
    Goals goals = new Goals(figures);
    ApplicationTables applications = new ApplicationTables(figures);
    CallTables calls = new CallTables(figures);
    GrowthTables growth = new GrowthTables(figures);
    tables.put("goals", goals::table);
    tables.put("missed", () -> missed(goals.missed()));
    tables.put("empty", applications::empty);
    tables.put("web", applications::web);
    tables.put("engine", applications::engine);
    tables.put("starts", applications::starts);
    tables.put("spent", applications::spent);
    tables.put("calls", calls::calls);
    tables.put("contended", calls::contended);
    tables.put("virtual-threads", calls::virtualThreads);
    tables.put("recorders", calls::recorders);
    tables.put("scrapes", growth::scrapes);
    tables.put("heap", growth::memory);
    tables.put("classes", growth::classes);
  }

  /** The report on the results that are kept in the repository. */
  public static Report ofKeptResults() {
    Path folder = Layout.overhead().resolve("results");
    return new Report(
        Results.read(folder.resolve("raw.csv")),
        Machine.read(folder.resolve("machine.properties")));
  }

  private static String missed(List<String> missed) {
    return missed.isEmpty()
        ? "All goals were reached."
        : "Missed: " + String.join("; ", missed) + ".";
  }

  /** The whole of {@code OVERHEAD.md}. */
  public String document() {
    return filled(resource("document.md"));
  }

  /** {@code readme} with its headline replaced. */
  public String headline(String readme) {
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException("the README has no place for the headline");
    }
    return readme.substring(0, begin + BEGIN.length())
        + filled(resource("headline.md"))
        + readme.substring(end);
  }

  /** Writes both. */
  public void write() {
    Path readme = Layout.root().resolve("README.md");
    try {
      Files.writeString(Layout.overhead().resolve("OVERHEAD.md"), document());
      Files.writeString(readme, headline(Files.readString(readme)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String filled(String template) {
    Matcher matcher = PLACE.matcher(template);
    return matcher.replaceAll(match -> Matcher.quoteReplacement(text(match.group(1))));
  }

  /** A table, a fact of the machine, or a figure: {@code more.N.measurement} and the like. */
  private String text(String key) {
    Supplier<String> table = tables.get(key);
    if (table != null) {
      return table.get().stripTrailing();
    }
    String[] parts = key.split("\\.", 3);
    if (parts.length < 3) {
      return machine.get(key);
    }
    int decimals = Integer.parseInt(parts[1]);
    return switch (parts[0]) {
      case "more" -> figures.more(parts[2], SIDELIGHT, decimals);
      case "otel-more" -> figures.more(parts[2], OTEL, decimals);
      case "times" -> figures.times(parts[2], SIDELIGHT);
      case "otel-times" -> figures.times(parts[2], OTEL);
      case "value" -> figures.value(parts[2], SIDELIGHT, decimals);
      case "otel-value" -> figures.value(parts[2], OTEL, decimals);
      case "none-value" -> figures.value(parts[2], Figures.NONE, decimals);
      default -> throw new IllegalArgumentException(key);
    };
  }

  private static String resource(String name) {
    try (InputStream in = Report.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
