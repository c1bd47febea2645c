// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.core.metrics.MetricsReference;
import io.sidelight.spi.Instrumentation;
import io.sidelight.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MetricsReferenceTest {

  @Test
  void theReferenceSaysWhatTheDeclarationsSay() throws IOException {
    String expected = MetricsReference.markdown(ServiceLoader.load(Instrumentation.class));
    Path generated = Repository.root().resolve("integration-tests/target/METRICS.md");
    Files.writeString(generated, expected);

    assertThat(Repository.root().resolve("instrumentations/METRICS.md"))
        .as("out of date: replace it by " + Repository.root().relativize(generated))
        .hasContent(expected);
  }
}
