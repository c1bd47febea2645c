// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Web applications that log their users in with Spring Security, in Tomcat. In a child JVM's
 * <b>application</b> loader.
 */
package io.sidelight.it.apps.security;
