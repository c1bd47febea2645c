// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of log-ins. The constants' names in lower case are values of a label. */
enum AttemptType {
  /** With name and password; nobody says how they came. */
  PASSWORD,
  FORM,
  BASIC,
  DIGEST,
  /** With a token in the header {@code Authorization}, mostly a JWT. */
  BEARER,
  REMEMBER_ME,
  /** At another server, by OAuth 2.0 or OpenID Connect. */
  OAUTH2,
  SAML,
  LDAP,
  API_KEY,
  CERTIFICATE,
  OTHER;

  private final String label = name().toLowerCase(Locale.ROOT);

  String label() {
    return label;
  }

  /**
   * Tells the kind by a name.
   *
   * @param name of a class that reads, holds or checks credentials, or a {@link #label}; empty if
   *     nobody says
   * @return null for what is no log-in at all: nobody is a user, too, in some libraries
   */
  static @Nullable AttemptType of(String name) {
    for (AttemptType type : values()) {
      if (type.label.equals(name)) {
        return type;
      }
    }
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return isNobody(simple) ? null : ofClass(simple);
  }

  /** Whether a class stands for nobody, as in some libraries. */
  static boolean isNobody(String className) {
    return className.contains("Anonymous");
  }

  /** What is special comes first: a remembered user was logged in by a form once. */
  private static AttemptType ofClass(String simple) {
    if (simple.contains("RememberMe")) {
      return REMEMBER_ME;
    } else if (simple.contains("Ldap") || simple.contains("ActiveDirectory")) {
      return LDAP;
    } else if (simple.contains("Saml")) {
      return SAML;
    } else if (isBearer(simple)) {
      return BEARER;
    } else if (simple.contains("OAuth") || simple.contains("Oidc") || simple.contains("OpenId")) {
      return OAUTH2;
    } else if (simple.contains("ApiKey")) {
      return API_KEY;
    } else if (isCertificate(simple)) {
      return CERTIFICATE;
    } else if (simple.contains("Digest")) {
      return DIGEST;
    } else if (simple.contains("Basic")) {
      return BASIC;
    } else if (simple.contains("Form") || simple.equals("UsernamePasswordAuthenticationFilter")) {
      return FORM;
    }
    // Containers hand over the name of the user as it is.
    return simple.contains("UsernamePassword") || simple.equals("String") ? PASSWORD : OTHER;
  }

  private static boolean isBearer(String simple) {
    return simple.contains("Bearer") || simple.contains("Jwt") || simple.contains("JWT");
  }

  private static boolean isCertificate(String simple) {
    return simple.contains("X509") || simple.contains("Cert") || simple.equals("SSLAuthenticator");
  }
}
