// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * A Spring Boot application, in one executable JAR. Class loader of Spring Boot in child JVMs;
 * there is one module for each generation of Spring Boot, with the same sources.
 */
package io.sidelight.it.apps.boot;
