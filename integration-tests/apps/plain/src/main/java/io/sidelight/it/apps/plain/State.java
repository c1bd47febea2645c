// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.security.Provider;
import java.security.Security;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.TreeSet;

/** Prints what is global in a JVM, as the first line of {@code main} finds it. */
public final class State {

  private State() {}

  /** Prints it. */
  public static void main(String[] args) {
    Properties properties = System.getProperties();
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      System.out.println("property " + name + "=" + properties.getProperty(name));
    }
    for (Provider provider : Security.getProviders()) {
      System.out.println("provider " + provider);
    }
    System.out.println("locale " + Locale.getDefault() + " " + TimeZone.getDefault().getID());
    System.out.println("charset " + Charset.defaultCharset());
    System.out.println("handler " + Thread.getDefaultUncaughtExceptionHandler());
    System.out.println("proxies " + ProxySelector.getDefault().getClass());
    System.out.println("authenticator " + Authenticator.getDefault());
    System.out.println("cookies " + CookieHandler.getDefault());
    System.out.println("files " + FileSystems.getDefault().getClass());
    System.out.println("loader " + ClassLoader.getSystemClassLoader().getClass());
    System.out.println("context " + Thread.currentThread().getContextClassLoader().getClass());
    System.out.println("thread " + Thread.currentThread() + Thread.currentThread().isDaemon());
    System.out.println("out " + System.out.getClass() + System.err.getClass());
    System.out.println(
        "open " + Object.class.getModule().isOpen("java.lang", State.class.getModule()));
    System.out.println("packages " + new TreeSet<>(Object.class.getModule().getPackages()).size());
  }
}
