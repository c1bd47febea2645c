// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * JSON Web Tokens, whatever library makes and checks them: the domain, its metrics and its probe,
 * where the libraries are woven, and the advice, a template. Lives in the <b>agent</b> loader.
 *
 * <p>A token counts once, where the outermost of the libraries involved is asked: Spring Security
 * lets Nimbus check signatures. Why one is refused is told by the exception's class, and where a
 * library has one class for all reasons by what its message begins with; no message, token, claim
 * or key is kept.
 */
package io.sidelight.instrumentation.jwt;
