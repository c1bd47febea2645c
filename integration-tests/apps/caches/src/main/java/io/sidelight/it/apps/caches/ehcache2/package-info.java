// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** A program that uses Ehcache 2. In a child JVM's <b>application</b> loader. */
package io.sidelight.it.apps.caches.ehcache2;
