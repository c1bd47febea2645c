// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import java.util.Set;
import javax.ws.rs.core.Application;

/** The application. */
public class JaxRsShop extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(JaxRsOrders.class);
  }
}
