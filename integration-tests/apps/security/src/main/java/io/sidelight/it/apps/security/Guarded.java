// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.security;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import javax.servlet.DispatcherType;
import javax.servlet.ServletContainerInitializer;
import javax.servlet.ServletContext;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.RememberMeAuthenticationProvider;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationFilter;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The filters and the servlet, as an application's configuration makes them. */
final class Guarded implements ServletContainerInitializer {

  private static final String KEY = "key-canary";

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    AuthenticationManager parent =
        new ProviderManager(Collections.singletonList(new Passwords("admin")));
    AuthenticationManager manager =
        new ProviderManager(
            Arrays.asList(new RememberMeAuthenticationProvider(KEY), new Passwords("user")),
            parent);
    AuthenticationManager directory =
        new ProviderManager(Collections.singletonList(new Directory()));
    context
        .addFilter("security", filters(manager))
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    context.addServlet("main", new Users(manager, directory)).addMapping("/*");
  }

  private static FilterChainProxy filters(AuthenticationManager manager) {
    TokenBasedRememberMeServices cookies =
        new TokenBasedRememberMeServices(KEY, new Passwords("user"));
    cookies.setAlwaysRemember(true);
    UsernamePasswordAuthenticationFilter form = new UsernamePasswordAuthenticationFilter();
    form.setAuthenticationManager(manager);
    form.setRememberMeServices(cookies);
    BasicAuthenticationEntryPoint challenge = new BasicAuthenticationEntryPoint();
    challenge.setRealmName("test");
    return new FilterChainProxy(
        new DefaultSecurityFilterChain(
            AnyRequestMatcher.INSTANCE,
            form,
            new BasicAuthenticationFilter(manager, challenge),
            new RememberMeAuthenticationFilter(manager, cookies)));
  }
}
