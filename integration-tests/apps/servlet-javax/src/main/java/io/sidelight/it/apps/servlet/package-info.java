// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * A web application with one servlet for each way in which a request can go, and a program for each
 * container that serves it at {@code /app}. Written for {@code javax.servlet}; the module {@code
 * servlet-jakarta} compiles the same sources for {@code jakarta.servlet}. Loaded by the system
 * class loader of child JVMs.
 */
package io.sidelight.it.apps.servlet;
