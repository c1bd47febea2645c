// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryVersionTest {

  @ParameterizedTest
  @CsvSource({
    "/lib/tomcat-embed-core-10.1.48.jar, 10.1.48",
    "/app.jar!/BOOT-INF/lib/lettuce-core-6.6.0.RELEASE.jar!/, 6.6.0.RELEASE",
    "/lib/jetty-server-9.4.58.v20250814.jar, 9.4.58.v20250814",
    "/tomcat/lib/catalina.jar, unknown",
    "/classes/, unknown",
    "/lib/h2-.jar, unknown",
  })
  void theVersionIsInTheNameOfTheJar(String path, String version) {
    assertThat(LibraryVersion.in(path)).isEqualTo(version);
  }
}
