// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jaxrs;

import static java.util.Arrays.asList;

import io.sidelight.spi.Getter;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RESTEasy. The object that calls a resource method carries its route. Where a sub-resource hangs
 * it does not tell, so requests to those have none.
 */
public final class ResteasyInstrumentation extends JaxRsLibrary {

  private static final TypeMatch INVOKER =
      TypeMatch.named("org.jboss.resteasy.core.ResourceMethodInvoker");

  private static final Getter BASE = new Getter("getUri.getBaseUri.getPath");
  private static final Getter CLASS_PATH = new Getter("getResourceClass.getPath");
  private static final Getter PATH = new Getter("getFullpath");

  @Override
  public String id() {
    return "resteasy";
  }

  @Override
  public String supports() {
    return "RESTEasy 4.0 and later";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(INVOKER),
        WeavePoint.in(INVOKER)
            .at(
                MethodMatch.named("invoke")
                    .taking(
                        "org.jboss.resteasy.spi.HttpRequest",
                        "org.jboss.resteasy.spi.HttpResponse",
                        "java.lang.Object"))
            .with(ADVICE + "ResteasyInvokeAdvice"));
  }

  @Override
  public String typePrefix() {
    return "org.jboss.resteasy.";
  }

  @Override
  public @Nullable Object base(Object request) throws ReflectiveOperationException {
    return BASE.read(request);
  }

  @Override
  public @Nullable String template(Object method) throws ReflectiveOperationException {
    Object root = CLASS_PATH.read(method);
    return root == null || root.equals("") ? null : (String) PATH.read(method);
  }
}
