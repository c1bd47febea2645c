// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/** Logs in at a server, in the ways that browsers and programs do. */
final class LoginClient {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  LoginClient(int port) {
    this.port = port;
  }

  /** Asks for a path, with a header. */
  HttpResponse<String> get(String path, String header, String value) {
    return send(request(path).header(header, value).build());
  }

  /** Asks for a path. */
  HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  /** Asks for a path with a name and a password in the header. */
  HttpResponse<String> basic(String path, String user, String password) {
    return send(basicRequest(path, user, password));
  }

  /** Sends a name and a password as a form, in the parameters that such a form has. */
  HttpResponse<String> form(String path, String user, String password) {
    return form(path, "username", user, "password", password);
  }

  /**
   * Sends a form.
   *
   * @param fields names and values in turn
   */
  HttpResponse<String> form(String path, String... fields) {
    return send(formRequest(path, "", fields));
  }

  /** As {@link #form(String, String...)}, with a cookie. */
  HttpResponse<String> formWithCookie(String path, String cookie, String... fields) {
    return send(formRequest(path, cookie, fields));
  }

  /** The request of {@link #basic}. */
  HttpRequest basicRequest(String path, String user, String password) {
    String credentials =
        Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    return request(path).header("Authorization", "Basic " + credentials).build();
  }

  /** The request of {@link #form}. */
  HttpRequest formRequest(String path, String cookie, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], UTF_8));
    }
    HttpRequest.Builder request =
        request(path).header("Content-Type", "application/x-www-form-urlencoded");
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return request.POST(BodyPublishers.ofString(body.toString())).build();
  }

  /** Sends many at the same time over few connections, and returns how many got that status. */
  long many(int many, int status, IntFunction<HttpRequest> request) {
    Semaphore connections = new Semaphore(16);
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      connections.acquireUninterruptibly();
      answers.add(
          http.sendAsync(request.apply(i), BodyHandlers.discarding())
              .thenApply(HttpResponse::statusCode)
              .whenComplete((result, error) -> connections.release()));
    }
    return answers.stream().map(CompletableFuture::join).filter(got -> got == status).count();
  }

  /** The cookie of that name that an answer sets, as the next request has it; empty if none. */
  static String cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.split(";", 2)[0])
        .findFirst()
        .orElse("");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
