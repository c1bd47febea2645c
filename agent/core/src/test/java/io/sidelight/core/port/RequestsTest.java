// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class RequestsTest {

  @RegisterExtension final TestPort side = new TestPort();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET / HTTP/1.1|200
          GET /metrics HTTP/1.1|200
          GET http://any.host/metrics?x=%zz HTTP/1.1|200
          GET /metricsfoo HTTP/1.1|404
          GET /metrics/ HTTP/1.1|404
          GET /METRICS HTTP/1.1|404
          GET //metrics HTTP/1.1|404
          GET /health/ HTTP/1.1|404
          GET /health/live/../../x HTTP/1.1|404
          GET /metrics/../../etc HTTP/1.1|404
          GET /%2e%2e/metrics HTTP/1.1|404
          GET /health/%2e%2e HTTP/1.1|404
          GET /health%2flive HTTP/1.1|400
          GET /met%72ics HTTP/1.1|200
          GET /%00 HTTP/1.1|400
          GET /%zz HTTP/1.1|400
          GET /%4 HTTP/1.1|400
          GET /é HTTP/1.1|404
          GET metrics HTTP/1.1|400
          GET  /metrics HTTP/1.1|400
          GET /metrics|400
          GET /metrics HTTP/2.0|505
          GET /metrics HTTPS/1.1|400
          get /metrics HTTP/1.1|405
          POST /metrics HTTP/1.1|405
          OPTIONS * HTTP/1.1|405
          CONNECT a:1 HTTP/1.1|405
          G@T /metrics HTTP/1.1|400
          PRI * HTTP/2.0|505
          """)
  void requestLinesAreTakenStrictly(String line, int status) throws Exception {
    String response = Http.raw(side.start(), line + "\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(Http.status(response)).isEqualTo(status);
    if (status == 405) {
      assertThat(response).contains("\r\nAllow: GET, HEAD\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Host: a~Host: b|400
          X: y|400
          Host: x~ folded|400
          Host: x~Bad Name: y|400
          Host: x~: y|400
          Host: x~novalue|400
          Host: x~Content-Length: 5|400
          Host: x~Content-Length: 0|200
          Host: x~Transfer-Encoding: chunked|400
          Host: x~Expect: 100-continue~Content-Length: 3|400
          Host: x~A: 1~A: 2|200
          """)
  void headersAreTakenStrictly(String headers, int status) throws Exception {
    String response =
        Http.raw(
            side.start(),
            "GET /livez HTTP/1.1\r\n"
                + headers.replace("~", "\r\n")
                + "\r\nConnection: close\r\n\r\n");

    assertThat(Http.status(response)).isEqualTo(status);
  }

  @Test
  void lineFeedsAloneAndOldClientsWork() throws Exception {
    int port = side.start();
    assertThat(Http.status(Http.raw(port, "GET /livez HTTP/1.1\nHost: x\nConnection: close\n\n")))
        .isEqualTo(200);
    assertThat(Http.status(Http.raw(port, "GET /livez HTTP/1.0\r\n\r\n"))).isEqualTo(200);
    assertThat(Http.status(Http.raw(port, "GET /" + "x".repeat(9000)))).isEqualTo(431);
  }

  @Test
  void oneConnectionServesManyRequestsAlsoAtOnce() throws Exception {
    try (Socket socket = Http.connect(side.start())) {
      String get = "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n";
      for (int i = 0; i < 3; i++) {
        Http.send(socket, get);
        assertThat(Http.readOne(socket.getInputStream())).contains("\"alive\"");
      }
      Http.send(socket, "\r\n" + get + "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n" + get);
      assertThat(Http.readOne(socket.getInputStream())).contains("\"alive\"");
      assertThat(Http.readOne(socket.getInputStream())).contains("\njvm_threads_current ");
      assertThat(Http.readOne(socket.getInputStream())).contains("\"alive\"");
    }
  }

  @Test
  void headHasTheHeadersOnly() throws Exception {
    int port = side.start();
    String response =
        Http.raw(port, "HEAD /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(response).startsWith("HTTP/1.1 200 OK\r\n").contains("Content-Length: ");
    assertThat(Http.body(response)).isEmpty();
  }
}
