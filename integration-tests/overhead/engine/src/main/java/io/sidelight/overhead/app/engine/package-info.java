// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * The application with a process engine that is measured: Spring Boot with embedded Tomcat,
 * Flowable on H2 in memory behind HikariCP. Application loader.
 */
package io.sidelight.overhead.app.engine;
