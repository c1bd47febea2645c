// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.overhead.Layout;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is written in the repository is what the raw results that lie beside it say. */
class ReportTest {

  @Test
  void theDocumentIsTheRawResults() throws Exception {
    assertThat(Report.ofKeptResults().document())
        .as("write it with: integration-tests/overhead/run report")
        .isEqualTo(Files.readString(Layout.overhead().resolve("OVERHEAD.md")));
  }

  @Test
  void theHeadlineOfTheReadmeIsTheRawResults() throws Exception {
    String readme = Files.readString(Layout.root().resolve("README.md"));
    assertThat(Report.ofKeptResults().headline(readme))
        .as("write it with: integration-tests/overhead/run report")
        .isEqualTo(readme);
  }
}
