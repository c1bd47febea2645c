// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.overhead.result.Results;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

  private final Results results = new Results();
  private final Figures figures = new Figures(results);

  @BeforeEach
  void threeRoundsOnAMachineThatGetsSlower() {
    for (int round = 1; round <= 3; round++) {
      results.add("x.seconds", "none", round, round * 10);
      results.add("x.seconds", "sidelight", round, round * 10 + round);
    }
  }

  @Test
  void differencesAreTakenWithinARound() {
    assertThat(figures.value("x.seconds", "none", 0)).isEqualTo("20");
    assertThat(figures.moreWithSpread("x.seconds", "sidelight", 1)).isEqualTo("+2.0 (1.0 … 3.0)");
    assertThat(figures.timesWithSpread("x.seconds", "sidelight")).isEqualTo("×1.10 (1.10 … 1.10)");
  }

  @Test
  void aRoundWithoutItsPairDoesNotCount() {
    results.add("x.seconds", "sidelight", 4, 1000);
    assertThat(figures.more("x.seconds", "sidelight", 1)).isEqualTo("+2.0");
  }

  @Test
  void whatWasNotMeasuredIsNotANumber() {
    assertThat(figures.more("x.seconds", "otel", 1)).isEqualTo(Figures.UNKNOWN);
    assertThat(figures.value("y.seconds", "none", 1)).isEqualTo(Figures.UNKNOWN);
  }

  @Test
  void numbersAreWrittenForPeople() {
    assertThat(Figures.number(1234567.891, 1)).isEqualTo("1,234,567.9");
    assertThat(Figures.signed(-0.04, 1)).isEqualTo("0.0");
    assertThat(Figures.signed(-1.5, 1)).isEqualTo("−1.5");
    assertThat(Figures.signed(1.5, 1)).isEqualTo("+1.5");
  }

  @Test
  void rawResultsAreReadAsTheyWereWritten(@TempDir Path folder) {
    Path file = folder.resolve("raw.csv");
    results.write(file);
    Results read = Results.read(file);
    assertThat(read.values("x.seconds", "sidelight")).containsExactly(11, 22, 33);
    assertThat(read.median("x.seconds", "none")).isEqualTo(20);
  }
}
