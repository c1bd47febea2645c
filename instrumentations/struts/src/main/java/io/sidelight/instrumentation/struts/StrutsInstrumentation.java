// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.struts;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.http.HttpDomain;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * Struts 2.5 and 6. What it has read of its configuration carries the routes of all its actions, so
 * that a new configuration has new ones.
 */
public final class StrutsInstrumentation implements Instrumentation {

  private static final TypeMatch ACTIONS =
      TypeMatch.named(
          "com.opensymphony.xwork2.config.impl.DefaultConfiguration$RuntimeConfigurationImpl");

  private static final TypeMatch PROXY =
      TypeMatch.named("com.opensymphony.xwork2.DefaultActionProxy");

  @Override
  public String id() {
    return "struts";
  }

  @Override
  public String supports() {
    return "Struts 2.5 to 6";
  }

  @Override
  public Domain domain() {
    return new HttpDomain();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(ACTIONS),
        WeavePoint.in(PROXY)
            .at(MethodMatch.named("prepare").taking())
            .with("io.sidelight.instrumentation.struts.StrutsPrepareAdvice"));
  }
}
