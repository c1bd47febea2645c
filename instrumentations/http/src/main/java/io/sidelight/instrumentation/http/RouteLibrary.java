// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import org.jspecify.annotations.Nullable;

/**
 * An instrumentation of a framework that knows routes. Its advice attaches a list of two to what
 * carries a route: the object that knows the base path of the request, and the one that knows the
 * template below it.
 */
public interface RouteLibrary {

  /** What the names of the framework's own classes begin with. */
  String typePrefix();

  /**
   * The path of the application and of what serves it.
   *
   * @param request the first object of the list
   * @throws ReflectiveOperationException if it could not be asked
   */
  @Nullable Object base(Object request) throws ReflectiveOperationException;

  /**
   * The template, as the framework writes it.
   *
   * @param method the second object of the list
   * @throws ReflectiveOperationException if it could not be asked
   */
  @Nullable String template(Object method) throws ReflectiveOperationException;
}
