// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/**
 * Chooses its MBean server in {@code main}, which is possible as long as nobody used JMX before.
 */
public final class OwnMBeanServer extends MBeanServerBuilder {

  private static volatile boolean used;

  /** For the JDK. */
  public OwnMBeanServer() {}

  @Override
  public MBeanServer newMBeanServer(
      String defaultDomain, MBeanServer outer, MBeanServerDelegate delegate) {
    used = true;
    return super.newMBeanServer(defaultDomain, outer, delegate);
  }

  /** Prints whether its builder was used for the platform's server. */
  public static void main(String[] args) {
    System.setProperty("javax.management.builder.initial", OwnMBeanServer.class.getName());
    ManagementFactory.getPlatformMBeanServer();
    System.out.println("own " + used);
    Lines.waitForEnd();
  }
}
