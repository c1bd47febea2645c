// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Web applications of frameworks, in Tomcat. Application loader of child JVMs. */
package io.sidelight.it.apps.frameworks;
