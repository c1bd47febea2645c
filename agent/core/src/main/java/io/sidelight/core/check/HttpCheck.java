// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import io.sidelight.spi.HealthResult;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;

/** Whether an address answers a GET with a status below 400. Follows no redirects. */
final class HttpCheck extends LocalCheck {

  private static final long RETRY_NANOS = 1_000_000_000L;

  private final String url;
  private final boolean own;
  private final int attempts;

  private HttpCheck(String component, String url, boolean own, int attempts) {
    super(component);
    this.url = url;
    this.own = own;
    this.attempts = attempts;
  }

  /** An address of this application: asked again soon while it does not answer. */
  static HttpCheck ofOwn(String component, String url) {
    return new HttpCheck(component, url, true, 1);
  }

  /** An address of something else. */
  static HttpCheck ofOther(String component, String url, int attempts) {
    return new HttpCheck(component, url, false, attempts);
  }

  @Override
  public int attempts(int configured) {
    return attempts;
  }

  @Override
  public HealthResult ask(long timeoutNanos) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection(Proxy.NO_PROXY);
    try {
      int millis = (int) Math.max(1, timeoutNanos / 1_000_000);
      connection.setConnectTimeout(millis);
      connection.setReadTimeout(millis);
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setRequestProperty("User-Agent", "sidelight-health");
      connection.setRequestProperty("Connection", "close");
      int status = connection.getResponseCode();
      return status >= 200 && status < 400
          ? HealthResult.healthy("HTTP " + status)
          : HealthResult.unhealthy("HTTP " + status);
    } finally {
      connection.disconnect();
    }
  }

  @Override
  public long pauseNanos(long configured, boolean failing) {
    return own && failing ? Math.min(configured, RETRY_NANOS) : configured;
  }
}
