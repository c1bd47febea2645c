// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Learns when an asynchronous request of a container that no instrumentation knows is complete,
 * with an {@code AsyncListener} of {@code javax} or {@code jakarta}. Reflection, because these
 * classes are the application's; used only there, so speed does not matter.
 */
final class AsyncCompletion implements InvocationHandler {

  /** What to do in the end. */
  interface End {
    /** Ends the request; may be called more than once. */
    void end(@Nullable String method, @Nullable String path, int status);
  }

  private final Class<?> listenerType;
  private final Object response;
  private final Method status;
  private final @Nullable String method;
  private final @Nullable String path;
  private final End end;

  private AsyncCompletion(Class<?> requestType, Object request, Object response, End end)
      throws ReflectiveOperationException {
    String api = requestType.getName().replace("http.HttpServletRequest", "");
    ClassLoader loader = requestType.getClassLoader();
    this.listenerType = Class.forName(api + "AsyncListener", false, loader);
    this.response = response;
    this.status =
        Class.forName(api + "http.HttpServletResponse", false, loader).getMethod("getStatus");
    this.method = (String) requestType.getMethod("getMethod").invoke(request);
    this.path = (String) requestType.getMethod("getRequestURI").invoke(request);
    this.end = end;
  }

  /** Calls {@code end} when {@code request} completes, or now if it has done so already. */
  static void await(Object request, Object response, End end) throws ReflectiveOperationException {
    Class<?> requestType = requestType(request.getClass());
    AsyncCompletion completion = new AsyncCompletion(requestType, request, response, end);
    try {
      completion.listenTo(requestType.getMethod("getAsyncContext").invoke(request));
    } catch (ReflectiveOperationException e) {
      completion.end(); // IllegalStateException: complete by now
    }
  }

  private static Class<?> requestType(Class<?> type) throws ClassNotFoundException {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      Class<?> found = among(c.getInterfaces());
      if (found != null) {
        return found;
      }
    }
    throw new ClassNotFoundException("no HttpServletRequest: " + type.getName());
  }

  private static @Nullable Class<?> among(Class<?>[] interfaces) {
    for (Class<?> each : interfaces) {
      boolean itself = each.getName().endsWith(".servlet.http.HttpServletRequest");
      Class<?> found = itself ? each : among(each.getInterfaces());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void listenTo(@Nullable Object context) throws ReflectiveOperationException {
    Object listener =
        Proxy.newProxyInstance(listenerType.getClassLoader(), new Class<?>[] {listenerType}, this);
    String api = listenerType.getName().replace("AsyncListener", "");
    Class.forName(api + "AsyncContext", false, listenerType.getClassLoader())
        .getMethod("addListener", listenerType)
        .invoke(context, listener);
  }

  /** Never throws: the container is the caller. */
  @Override
  public @Nullable Object invoke(Object proxy, Method called, Object @Nullable [] arguments) {
    switch (called.getName()) {
      case "onComplete":
        end();
        return null;
      case "onStartAsync": // forgets all listeners
        listenAgain(arguments == null ? null : arguments[0]);
        return null;
      case "equals":
        return arguments != null && proxy == arguments[0];
      case "hashCode":
        return System.identityHashCode(proxy);
      case "toString":
        return "Sidelight";
      default:
        return null; // a timeout or an error; the container completes the request after it
    }
  }

  private void listenAgain(@Nullable Object event) {
    try {
      if (event != null) {
        Class<?> type =
            Class.forName(
                listenerType.getName().replace("AsyncListener", "AsyncEvent"),
                false,
                listenerType.getClassLoader());
        listenTo(type.getMethod("getAsyncContext").invoke(event));
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      end();
    }
  }

  private void end() {
    int code = 0;
    try {
      code = (Integer) status.invoke(response);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // The response is gone; the request still counts.
    }
    end.end(method, path, code);
  }
}
