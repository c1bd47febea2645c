// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import static java.util.Arrays.asList;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Weaves what checks credentials, and what tells how they came. Libraries differ in names only, so
 * that none of them is needed to compile the advice.
 */
public final class AuthInstrumentation implements Instrumentation {

  private static final String ADVICE = "io.sidelight.instrumentation.auth.";
  private static final String SPRING = "org.springframework.security.";
  private static final String AUTHENTICATION = SPRING + "core.Authentication";
  private static final String REMEMBER_ME = SPRING + "web.authentication.rememberme.";
  private static final String TOMCAT = "org.apache.catalina.";
  private static final String JETTY = "org.eclipse.jetty.";
  private static final String TEXT = "java.lang.String";

  private static final TypeMatch REALMS =
      TypeMatch.named(
          TOMCAT + "realm.RealmBase",
          TOMCAT + "realm.CombinedRealm",
          TOMCAT + "realm.LockOutRealm",
          TOMCAT + "realm.MemoryRealm",
          TOMCAT + "realm.JNDIRealm",
          TOMCAT + "realm.JAASRealm",
          TOMCAT + "realm.DataSourceRealm");

  @Override
  public String id() {
    return "auth";
  }

  @Override
  public String supports() {
    return "Spring Security 5.0 and later, Shiro 1.4 and later, realms of Tomcat 9.0 and later and"
        + " Jetty 9.4 and later, HttpServletRequest.login";
  }

  @Override
  public Domain domain() {
    return new AuthDomain();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    List<WeavePoint> points = new ArrayList<>(springSecurity());
    points.addAll(tomcat());
    points.addAll(jetty());
    points.add(login("javax.servlet.http.HttpServletRequest"));
    points.add(login("jakarta.servlet.http.HttpServletRequest"));
    points.add(
        WeavePoint.in(TypeMatch.named("org.apache.shiro.authc.AbstractAuthenticator"))
            .at(MethodMatch.named("authenticate"))
            .with(ADVICE + "AttemptAdvice"));
    return points;
  }

  private static List<WeavePoint> springSecurity() {
    return asList(
        // What filters and controllers ask. Not the managers that an application writes itself: to
        // look for those would make every class that loads cost more.
        WeavePoint.in(TypeMatch.named(SPRING + "authentication.ProviderManager"))
            .at(MethodMatch.named("authenticate").taking(AUTHENTICATION))
            .with(ADVICE + "AttemptAdvice"),
        WeavePoint.in(
                TypeMatch.named(SPRING + "web.authentication.UsernamePasswordAuthenticationFilter"))
            .at(MethodMatch.named("attemptAuthentication"))
            .with(ADVICE + "ThroughAdvice"),
        // doFilterInternal goes on to the application, so that it is no place to note anything.
        WeavePoint.in(TypeMatch.named(SPRING + "web.authentication.www.BasicAuthenticationFilter"))
            .at(MethodMatch.named("authenticationIsRequired").taking(TEXT))
            .with(ADVICE + "RequiredAdvice"),
        WeavePoint.in(
                TypeMatch.named(SPRING + "ldap.authentication.AbstractLdapAuthenticationProvider"))
            .at(MethodMatch.named("authenticate").taking(AUTHENTICATION))
            .with(ADVICE + "CheckedAdvice"),
        WeavePoint.in(TypeMatch.named(REMEMBER_ME + "AbstractRememberMeServices"))
            .at(MethodMatch.named("decodeCookie").taking(TEXT))
            .with(ADVICE + "RememberedAdvice"),
        WeavePoint.in(
                TypeMatch.named(
                    REMEMBER_ME + "TokenBasedRememberMeServices",
                    REMEMBER_ME + "PersistentTokenBasedRememberMeServices"))
            .at(MethodMatch.named("processAutoLoginCookie"))
            .with(ADVICE + "RememberedAdvice"),
        // Whoever asks, the session is loaded by then.
        WeavePoint.in(TypeMatch.named(SPRING + "core.context.SecurityContextImpl"))
            .at(MethodMatch.named("getAuthentication").taking())
            .with(ADVICE + "UserAdvice"));
  }

  /** Not {@code authenticate(String)}, by which a user is looked up who is logged in elsewhere. */
  private static List<WeavePoint> tomcat() {
    String authenticators = TOMCAT + "authenticator.";
    return asList(
        WeavePoint.in(REALMS)
            .at(MethodMatch.named("authenticate").takingFirst(TEXT, TEXT))
            .with(ADVICE + "AttemptAdvice"),
        WeavePoint.in(REALMS)
            .at(MethodMatch.named("authenticate").taking("java.security.cert.X509Certificate[]"))
            .with(ADVICE + "AttemptAdvice"),
        WeavePoint.in(REALMS)
            .at(MethodMatch.named("authenticate").takingFirst("org.ietf.jgss.GSSContext"))
            .with(ADVICE + "AttemptAdvice"),
        WeavePoint.in(
                TypeMatch.named(
                    authenticators + "BasicAuthenticator",
                    authenticators + "DigestAuthenticator",
                    authenticators + "FormAuthenticator",
                    authenticators + "SSLAuthenticator"))
            .at(
                MethodMatch.named(
                    "doAuthenticate", "doAuthenticateExtended")) // in the course of 9.0
            .with(ADVICE + "ThroughAdvice"),
        WeavePoint.in(TypeMatch.named(TOMCAT + "connector.Request"))
            .at(MethodMatch.named("setUserPrincipal").taking("java.security.Principal"))
            .with(ADVICE + "PrincipalAdvice"));
  }

  private static List<WeavePoint> jetty() {
    String authenticators = JETTY + "security.authentication.";
    return asList(
        WeavePoint.in(
                TypeMatch.named(
                    JETTY + "security.AbstractLoginService",
                    JETTY + "jaas.JAASLoginService", // until 11
                    JETTY + "security.jaas.JAASLoginService")) // since 12
            .at(MethodMatch.named("login").takingFirst(TEXT, "java.lang.Object"))
            .with(ADVICE + "AttemptAdvice"),
        WeavePoint.in(
                TypeMatch.named(
                    authenticators + "BasicAuthenticator",
                    authenticators + "DigestAuthenticator",
                    authenticators + "FormAuthenticator",
                    authenticators + "ClientCertAuthenticator",
                    authenticators + "SslClientCertAuthenticator"))
            .at(MethodMatch.named("validateRequest"))
            .with(ADVICE + "ThroughAdvice"),
        WeavePoint.in(TypeMatch.named(JETTY + "server.Request")) // until 11
            .at(MethodMatch.named("setAuthentication").taking(JETTY + "server.Authentication"))
            .with(ADVICE + "PrincipalAdvice"));
  }

  /** Of other containers: these two ask what is woven above, and have large classes for it. */
  private static WeavePoint login(String request) {
    return WeavePoint.in(TypeMatch.subtypeOf(request).except(TOMCAT, JETTY))
        .at(MethodMatch.named("login").taking(TEXT, TEXT))
        .with(ADVICE + "LoginAdvice");
  }
}
