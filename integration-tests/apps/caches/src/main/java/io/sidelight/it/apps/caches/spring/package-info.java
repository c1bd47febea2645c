// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** A program that uses Spring's caches. In a child JVM's <b>application</b> loader. */
package io.sidelight.it.apps.caches.spring;
