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
 * Jersey. The object that calls a resource method carries its route, which is made of the templates
 * that led to it for the first time; a sub-resource that several paths lead to has the first one's.
 */
public final class JerseyInstrumentation extends JaxRsLibrary {

  private static final TypeMatch DISPATCHER =
      TypeMatch.named(
          "org.glassfish.jersey.server.model.internal.AbstractJavaResourceMethodDispatcher");

  private static final Getter BASE = new Getter("getBaseUri.getPath");
  private static final Getter TEMPLATES = new Getter("getUriInfo.getMatchedTemplates");
  private static final Getter TEMPLATE = new Getter("getTemplate");

  @Override
  public String id() {
    return "jersey";
  }

  @Override
  public String supports() {
    return "Jersey 2.35 and later";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(DISPATCHER),
        WeavePoint.in(DISPATCHER)
            .at(MethodMatch.named("dispatch"))
            .with(ADVICE + "JerseyDispatchAdvice"));
  }

  @Override
  public String typePrefix() {
    return "org.glassfish.jersey.";
  }

  @Override
  public @Nullable Object base(Object request) throws ReflectiveOperationException {
    return BASE.read(request);
  }

  @Override
  public @Nullable String template(Object method) throws ReflectiveOperationException {
    Object templates = TEMPLATES.read(method);
    StringBuilder path = new StringBuilder();
    if (templates instanceof List) {
      for (Object template : (List<?>) templates) {
        path.insert(0, TEMPLATE.read(template)).insert(0, '/'); // the last one is first
      }
    }
    return path.toString();
  }
}
