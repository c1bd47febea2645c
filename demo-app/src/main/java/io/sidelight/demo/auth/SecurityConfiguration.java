// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.auth;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** Who may call what: users with a token that they log in for, partners with a key. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** The least there is, because the load logs in about once a second. */
  private static final int BCRYPT_STRENGTH = 4;

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
  }

  /** Checks names and passwords. */
  @Bean
  AuthenticationManager authenticationManager(Accounts accounts, PasswordEncoder encoder) {
    DaoAuthenticationProvider provider = new DaoAuthenticationProvider(accounts);
    provider.setPasswordEncoder(encoder);
    return new ProviderManager(provider);
  }

  /** Lives as long as the process, and so do the tokens. */
  @Bean
  SecretKey tokenKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new SecretKeySpec(key, "HmacSHA256");
  }

  @Bean
  JwtEncoder tokenEncoder(SecretKey tokenKey) {
    return new NimbusJwtEncoder(new ImmutableSecret<>(tokenKey));
  }

  @Bean
  JwtDecoder tokenDecoder(SecretKey tokenKey) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(tokenKey).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(Duration.ZERO), new JwtIssuerValidator(Tokens.ISSUER)));
    return decoder;
  }

  @Bean
  @Order(1)
  SecurityFilterChain partnerChain(HttpSecurity http) throws Exception {
    return withoutSessions(http)
        .securityMatcher("/api/partner/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(Partners.ROLE))
        .addFilterBefore(keyFilter(), AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
        .build();
  }

  private static AuthenticationFilter keyFilter() {
    AuthenticationFilter filter =
        new AuthenticationFilter(
            new ProviderManager(new Partners()),
            request -> {
              String key = request.getHeader("X-API-Key");
              return key == null ? null : ApiKeyAuthentication.presented(key);
            });
    filter.setSuccessHandler((request, response, partner) -> {});
    return filter;
  }

  @Bean
  @Order(2)
  SecurityFilterChain userChain(HttpSecurity http, Accounts accounts) throws Exception {
    return withoutSessions(http)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/api/auth/login")
                    .permitAll()
                    .requestMatchers(HttpMethod.DELETE, "/api/coupons/*")
                    .hasRole(Users.MANAGER)
                    .requestMatchers("/api/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .oauth2ResourceServer(
            server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(accounts::authentication)))
        .build();
  }

  private static HttpSecurity withoutSessions(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }
}
