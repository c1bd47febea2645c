// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * What all servlet containers have in common: the route of a request, and counting on containers
 * that no instrumentation knows. Held by the <b>agent</b> loader; the advice is inlined and never
 * loaded. There is one advice for {@code javax} and one for {@code jakarta}, alike but for the
 * imports.
 */
package io.sidelight.instrumentation.servlet;
