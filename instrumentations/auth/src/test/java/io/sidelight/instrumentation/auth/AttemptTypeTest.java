// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptTypeTest {

  @ParameterizedTest
  @CsvSource({
    "org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter, FORM",
    "org.springframework.security.web.authentication.www.BasicAuthenticationFilter, BASIC",
    "org.springframework.security.ldap.authentication.AbstractLdapAuthenticationProvider, LDAP",
    "org.springframework.security.authentication.UsernamePasswordAuthenticationToken, PASSWORD",
    "org.springframework.security.authentication.RememberMeAuthenticationToken, REMEMBER_ME",
    "org.springframework.security.oauth2.server.resource.BearerTokenAuthenticationToken, BEARER",
    "org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken,"
        + " OAUTH2",
    "org.springframework.security.saml2.provider.service.authentication.Saml2AuthenticationToken,"
        + " SAML",
    "org.springframework.security.authentication.jaas.JaasAuthenticationToken, OTHER",
    "org.apache.shiro.authc.UsernamePasswordToken, PASSWORD",
    "org.apache.shiro.authc.BearerToken, BEARER",
    "org.apache.catalina.authenticator.FormAuthenticator, FORM",
    "org.apache.catalina.authenticator.BasicAuthenticator, BASIC",
    "org.apache.catalina.authenticator.DigestAuthenticator, DIGEST",
    "org.apache.catalina.authenticator.SSLAuthenticator, CERTIFICATE",
    "org.eclipse.jetty.security.authentication.SslClientCertAuthenticator, CERTIFICATE",
    "java.lang.String, PASSWORD",
    "[Ljava.security.cert.X509Certificate;, CERTIFICATE",
    "com.acme.ApiKeyAuthenticationToken, API_KEY",
    "com.acme.PlatformToken, OTHER",
    "Unpackaged, OTHER",
    "'', OTHER",
  })
  void aClassTellsTheKind(String className, AttemptType type) {
    assertThat(AttemptType.of(className)).isEqualTo(type);
  }

  @ParameterizedTest
  @EnumSource
  void aLabelTellsTheKind(AttemptType type) {
    assertThat(AttemptType.of(type.label())).isEqualTo(type);
    assertThat(type.label()).matches("[a-z0-9_]+");
  }

  @Test
  void nobodyIsNoUser() {
    String nobody = "org.springframework.security.authentication.AnonymousAuthenticationToken";

    assertThat(AttemptType.of(nobody)).isNull();
  }
}
