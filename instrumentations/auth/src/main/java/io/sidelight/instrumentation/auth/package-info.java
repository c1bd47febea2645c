// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Log-ins, whatever library checks them: the domain, its metrics and its probe, where the libraries
 * are woven, and the advice, a template. Lives in the <b>agent</b> loader.
 *
 * <p>How log-ins count:
 *
 * <ul>
 *   <li>An attempt is that somebody presents credentials and they are checked. It counts once,
 *       where the outermost of the libraries involved asks: a manager of Spring Security with the
 *       managers and providers behind it, a realm of Tomcat with those that it combines. A request
 *       of a session that is logged in is no attempt; one that carries its credentials, as with
 *       Basic or bearer tokens, is one each time.
 *   <li>Its kind is told by the name of a class: of what read the credentials, such as a filter or
 *       a container's authenticator, of what checked them, or of what they were handed over in.
 *   <li>No name of a user, no password, no token, no key and no message is looked at.
 * </ul>
 */
package io.sidelight.instrumentation.auth;
