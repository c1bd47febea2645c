// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.standins;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Its methods go through {@link Interceptor}. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface Intercepted {}
