// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.methods;

import io.sidelight.annotations.Counted;
import java.lang.reflect.Proxy;
import org.aopalliance.intercept.MethodInterceptor;
import org.mockito.Mockito;
import org.springframework.aop.framework.ProxyFactory;

/** An annotated method behind whatever stands for its object at run time. */
final class Proxies {

  private Proxies() {}

  /** What proxies of the JDK implement. */
  public interface Greeting {
    /** Greets. */
    String greet(String name);
  }

  /** Open to subclasses, as services are. */
  public static class Service implements Greeting {
    @Override
    @Counted
    public String greet(String name) {
      return "hello " + name;
    }

    /** Reads its argument. */
    @Counted(
        name = "greeted",
        labels = {"name", "#name"})
    public String greetAgain(String name) {
      return greet(name);
    }
  }

  /** Ten times each. */
  @SuppressWarnings("DirectInvocationOnMock") // to see that it counts nothing
  static void callAll() {
    Service service = new Service();
    ProxyFactory factory = new ProxyFactory(service);
    factory.setProxyTargetClass(true);
    factory.addAdvice((MethodInterceptor) invocation -> invocation.proceed());
    Service subclass = (Service) factory.getProxy();
    Greeting proxy =
        (Greeting)
            Proxy.newProxyInstance(
                Proxies.class.getClassLoader(),
                new Class<?>[] {Greeting.class},
                (self, method, arguments) -> method.invoke(service, arguments));
    Service spy = Mockito.spy(new Service());
    Service mock = Mockito.mock(Service.class);
    Mockito.when(mock.greet("you")).thenReturn("mocked");
    for (int i = 0; i < 10; i++) {
      check(subclass.greet("you"), "hello you");
      check(proxy.greet("you"), "hello you");
      check(spy.greet("you"), "hello you");
      check(mock.greet("you"), "mocked");
      check(subclass.greetAgain("spring"), "hello spring");
      check(spy.greetAgain("mockito"), "hello mockito");
    }
    Mockito.verify(spy, Mockito.times(20)).greet(Mockito.anyString());
  }

  private static void check(String found, String expected) {
    if (!found.equals(expected)) {
      System.out.println("wrong: " + found);
    }
  }
}
