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
 * Apache CXF. Its description of a resource method carries the route. A request to a sub-resource
 * has that of the method that leads there.
 */
public final class CxfInstrumentation extends JaxRsLibrary {

  private static final TypeMatch METHOD =
      TypeMatch.named("org.apache.cxf.jaxrs.model.OperationResourceInfo");

  private static final TypeMatch INVOKER = TypeMatch.named("org.apache.cxf.jaxrs.JAXRSInvoker");

  private static final Getter IS_ROOT = new Getter("getClassResourceInfo.isRoot");
  private static final Getter CLASS_PATH =
      new Getter("getClassResourceInfo.getURITemplate.getValue");
  private static final Getter METHOD_PATH = new Getter("getURITemplate.getValue");

  @Override
  public String id() {
    return "cxf";
  }

  @Override
  public String supports() {
    return "CXF 3.2 and later, JAX-RS";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(METHOD),
        WeavePoint.in(INVOKER)
            .at(
                MethodMatch.named("invoke")
                    .taking(
                        "org.apache.cxf.message.Exchange", "java.lang.Object", "java.lang.Object"))
            .with(ADVICE + "CxfInvokeAdvice"));
  }

  @Override
  public String typePrefix() {
    return "org.apache.cxf.";
  }

  @Override
  public @Nullable Object base(Object request) throws ReflectiveOperationException {
    return request;
  }

  @Override
  public @Nullable String template(Object method) throws ReflectiveOperationException {
    boolean root = Boolean.TRUE.equals(IS_ROOT.read(method));
    return root ? CLASS_PATH.read(method) + "/" + METHOD_PATH.read(method) : null;
  }
}
