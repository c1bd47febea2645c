// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.DispatcherType;
import javax.servlet.ServletContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The ways in which a request can be asynchronous. */
final class AsyncScenarios {

  private static final ScheduledExecutorService WORKERS =
      Executors.newScheduledThreadPool(
          4,
          task -> {
            Thread thread = new Thread(task, "worker");
            thread.setDaemon(true);
            return thread;
          });

  private static final Queue<AsyncContext> HELD = new ConcurrentLinkedQueue<>();

  private AsyncScenarios() {}

  static void register(ServletContext context) {
    completing(context);
    holding(context);
    dispatching(context);
    timingOut(context);
  }

  private static void completing(ServletContext context) {
    Scenarios.add(
        context, "/async/thread", (request, response) -> later(60, request.startAsync(), 200));
    Scenarios.add(
        context, "/async/short", (request, response) -> later(1, request.startAsync(), 200));
    Scenarios.add(
        context, "/async/accepted", (request, response) -> later(20, request.startAsync(), 202));
    Scenarios.add(
        context,
        "/async/immediate",
        (request, response) -> {
          AsyncContext async = request.startAsync();
          response.getWriter().print("at once");
          async.complete();
        });
    Scenarios.add(
        context,
        "/async/immediate-elsewhere",
        (request, response) -> {
          later(0, request.startAsync(), 200);
          Pause.millis(50);
        });
    Scenarios.add(
        context,
        "/async/send-error",
        (request, response) -> {
          AsyncContext async = request.startAsync();
          after(20, () -> fail(async));
        });
    Scenarios.add(
        context,
        "/async/throws",
        (request, response) -> {
          request.startAsync();
          throw new IllegalArgumentException("on purpose");
        });
  }

  private static void holding(ServletContext context) {
    Scenarios.add(context, "/async/hold", (request, response) -> HELD.add(request.startAsync()));
    Scenarios.add(context, "/async/release", (request, response) -> later(0, HELD.remove(), 200));
  }

  private static void dispatching(ServletContext context) {
    Scenarios.add(
        context,
        "/async/dispatch",
        (request, response) -> {
          AsyncContext async = request.startAsync();
          after(60, () -> async.dispatch("/hello"));
        });
    Scenarios.add(
        context,
        "/async/dispatch-now",
        (request, response) -> request.startAsync().dispatch("/hello"));
    Scenarios.add(
        context,
        "/async/again",
        (request, response) -> {
          AsyncContext async = request.startAsync();
          if (request.getDispatcherType() == DispatcherType.ASYNC) {
            later(30, async, 203);
          } else {
            after(30, () -> async.dispatch());
          }
        });
    Scenarios.add(
        context,
        "/async/dispatch-to-error",
        (request, response) -> request.startAsync().dispatch("/send-error"));
  }

  private static void timingOut(ServletContext context) {
    Scenarios.add(
        context, "/async/timeout", (request, response) -> request.startAsync().setTimeout(100));
    Scenarios.add(context, "/async/timeout-handled", AsyncScenarios::handledTimeout);
  }

  private static void handledTimeout(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    async.setTimeout(100);
    async.addListener(
        new AsyncListener() {
          @Override
          public void onComplete(AsyncEvent event) {}

          @Override
          public void onTimeout(AsyncEvent event) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            event.getAsyncContext().complete();
          }

          @Override
          public void onError(AsyncEvent event) {}

          @Override
          public void onStartAsync(AsyncEvent event) {}
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong shows in the answer
  private static void after(long millis, Runnable task) {
    WORKERS.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  private static void later(long millis, AsyncContext async, int status) {
    after(millis, () -> answer(async, status));
  }

  private static void answer(AsyncContext async, int status) {
    try {
      ((HttpServletResponse) async.getResponse()).setStatus(status);
      async.getResponse().getWriter().print("later");
      async.complete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fail(AsyncContext async) {
    try {
      ((HttpServletResponse) async.getResponse()).sendError(HttpServletResponse.SC_BAD_GATEWAY);
      async.complete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
