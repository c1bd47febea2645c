// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Custom metrics: those that an application makes by hand, with {@code io.sidelight.api}.
 * Everything but the advice lives in the <b>agent</b> loader; the advice is a template, inlined
 * into the methods of that package, which do nothing else.
 *
 * <p>A metric is known by its name to all applications in the JVM, whichever copy of that package
 * they use. Nothing of an application is kept but texts.
 */
package io.sidelight.instrumentation.custom;
