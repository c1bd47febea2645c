// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathNormaliserTest {

  @ParameterizedTest
  @CsvSource({
    // words stay
    "/, /",
    "/orders, /orders",
    "/orders/, /orders",
    "//orders///open, /orders/open",
    "/api/v1/orders, /api/v1/orders",
    "/api/v2.1/orders, /api/v2.1/orders",
    "/api/V3, /api/V3",
    "/oauth2/token, /oauth2/token",
    "/s3/buckets, /s3/buckets",
    "/i18n/messages, /i18n/messages",
    "/log4j2, /log4j2",
    "/customer-orders/order_lines, /customer-orders/order_lines",
    "/getCustomerOrderHistory, /getCustomerOrderHistory",
    "/com.acme.Orders/Find, /com.acme.Orders/Find",
    "/orders/list.do, /orders/list.do",
    "/openapi.json, /openapi.json",
    "/de/start, /de/start",
    "/en-US/start, /en-US/start",
    "/face/bed, /face/bed",
    "/.well-known/jwks, /.well-known/jwks",
    // numbers
    "/orders/4711, /orders/:id",
    "/orders/0, /orders/:id",
    "/orders/4711/lines/3, /orders/:id/lines/:id",
    "/orders/-1, /orders/:id",
    "/orders/1.5, /orders/:id",
    "/orders/4711.json, /orders/:id",
    "/invoices/INV-00042, /invoices/:id",
    "/invoices/inv_42, /invoices/:id",
    "/products/blue-shoes-42, /products/:id",
    "/customers/C100234, /customers/:id",
    "/phones/+4915112345678, /phones/:id",
    "/v1234567, /:id",
    // dates
    "/reports/2024-01-31, /reports/:id",
    "/reports/20240131, /reports/:id",
    "/reports/2024/01/31, /reports/:id/:id/:id",
    "/reports/2024-01-31T10:00:00Z, /reports/:id",
    "/reports/31.01.2024, /reports/:id",
    "/reports/2024-W05, /reports/:id",
    // identifiers
    "/users/123e4567-e89b-12d3-a456-426614174000, /users/:id",
    "/users/123E4567E89B12D3A456426614174000, /users/:id",
    "/users/{123e4567-e89b-12d3-a456-426614174000}, /users/:id",
    "/commits/deadbeef, /commits/:id",
    "/commits/9fceb02d0ae598e95dc970b74767f19372d61af8, /commits/:id",
    "/mongo/507f1f77bcf86cd799439011, /mongo/:id",
    "/ulids/01ARZ3NDEKTSV4RRFFQ69G5FAV, /ulids/:id",
    "/nano/V1StGXR8_Z5jdHi6B-myT, /nano/:id",
    "/videos/dQw4w9WgXcQ, /videos/:id",
    "/sku/A1B2C3, /sku/:id",
    "/iban/DE89370400440532013000, /iban/:id",
    // secrets and people
    "/users/joe@example.com, /users/:id",
    "/users/joe%40example.com, /users/:id",
    "/users/joe%2540example.com, /users/:id",
    "/users/joe+news@example.co.uk/mails, /users/:id/mails",
    "/reset/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N, /reset/:id",
    "/reset/c29tZSBzZWNyZXQgdG9rZW4x, /reset/:id",
    "/~joe/files, /:id/files",
    "/search/hello%20world, /search/:id",
    "/search/M%C3%BCller, /search/:id",
    "/search/Müller, /search/:id",
    "/search/山田太郎, /search/:id",
    "/search/%E5%B1%B1, /search/:id",
    "/ip/192.168.0.1, /ip/:id",
    "/ip/[2001:db8::1], /ip/:id",
    // parameters, encodings, dots
    "/orders;jsessionid=ABC123, /orders",
    "/orders;a=1/lines;b=2, /orders/lines",
    "/orders/4711;v=2, /orders/:id",
    "/orders?id=7, /orders",
    "/orders#top, /orders",
    "/%6Frders/%6f, /orders/o",
    "/a%2Fb/c, /:id/c",
    "/a%5Cb, /:id",
    "/a%, /:id",
    "/a%zz, /:id",
    "/a%00b, /:id",
    "/a/./b/../c, /a/c",
    "/../../etc/passwd, /etc/passwd",
    "/a/%2e%2e/b, /b",
    // whole URLs and what is none
    "http://joe:secret@example.com/orders/7, /orders/:id",
    "https://example.com, /",
    "*, UNKNOWN",
    "example.com:443, UNKNOWN",
    "'', UNKNOWN",
    // files
    "/style.css, static",
    "/js/app.3f2a9c.min.js, static",
    "/img/Logo.PNG, static",
    "/fonts/a.woff2, static",
    "/docs/index.html, static",
    "/docs/joe@example.com.pdf, static",
    "/favicon.ico, static",
    "/app.js;jsessionid=1, static",
    "/files.css/list, /files.css/list",
    // limits
    "/a/b/c/d/e/f/g/h, /a/b/c/d/e/f/g/h",
    "/a/b/c/d/e/f/g/h/i/j, /a/b/c/d/e/f/g/h/*",
  })
  void aPathBecomesAnEndpoint(String path, String endpoint) {
    assertThat(PathNormaliser.normalise(path)).isEqualTo(endpoint);
  }

  @Test
  void anEndpointIsShort() {
    String path =
        "/" + "abcdefghij-".repeat(5) + "/" + "klmnopqrst-".repeat(5) + "/" + "uvw-".repeat(9);

    assertThat(PathNormaliser.normalise(path)).hasSizeLessThanOrEqualTo(128).endsWith("/*");
    assertThat(PathNormaliser.normalise("/" + "x".repeat(100_000))).isEqualTo("/:id");
    assertThat(PathNormaliser.normalise("/x".repeat(100_000))).hasSizeLessThan(128);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users/%s",
        "/%s",
        "/a/%s/b",
        "/a;p=%s/b",
        "/a?q=%s",
        "http://%s@host/a",
        "/x-%s"
      })
  void nothingPersonalSurvives(String pattern) {
    for (String secret :
        new String[] {
          "joe@example.com",
          "joe%40example.com",
          "4111111111111111",
          "DE89370400440532013000",
          "eyJhbGciOiJIUzI1NiJ9",
          "山田",
          "J%C3%B6rg",
          "+4915112345678",
          "1985-04-12"
        }) {
      assertThat(PathNormaliser.normalise(pattern.replace("%s", secret))).doesNotContain(secret);
    }
  }

  @Test
  void randomPathsHaveFewNames() {
    Random random = new Random(42);
    Set<String> endpoints = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = new byte[8 + random.nextInt(24)];
      random.nextBytes(bytes);
      endpoints.add(PathNormaliser.normalise("/x/" + java.util.HexFormat.of().formatHex(bytes)));
      endpoints.add(PathNormaliser.normalise("/x/" + random.nextInt() + "/y"));
      endpoints.add(PathNormaliser.normalise("/x/" + new java.util.UUID(random.nextLong(), i)));
    }

    assertThat(endpoints).containsExactlyInAnyOrder("/x/:id", "/x/:id/y");
  }
}
