// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Routes of Struts 7: which action answers a request that a container measures. Agent loader; the
 * advice class is a template and never loaded. There is one folder for the classes of {@code
 * com.opensymphony.xwork2} and one for those of {@code org.apache.struts2}, which they became,
 * alike but for the imports.
 */
package io.sidelight.instrumentation.struts7;
