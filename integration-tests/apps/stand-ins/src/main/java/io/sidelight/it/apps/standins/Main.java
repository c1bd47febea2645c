// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.standins;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Calls annotated methods through what stands for their objects, and tells the results. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws Exception {
    hibernate();
    weld();
    System.out.println("done");
    while (System.in.read() >= 0) {
      // Nothing is asked for.
    }
  }

  private static void hibernate() {
    Configuration configuration =
        new Configuration()
            .addAnnotatedClass(Coupon.class)
            .setProperty("hibernate.connection.url", "jdbc:h2:mem:coupons;DB_CLOSE_DELAY=-1")
            .setProperty("hibernate.hbm2ddl.auto", "create");
    try (SessionFactory factory = configuration.buildSessionFactory()) {
      factory.inTransaction(
          session -> {
            session.persist(new Coupon(1, "diesel"));
            session.persist(new Coupon(2, "gas"));
          });
      factory.inTransaction(
          session -> {
            Coupon first = session.getReference(Coupon.class, 1L);
            Coupon second = session.getReference(Coupon.class, 2L);
            for (int i = 0; i < 10; i++) {
              say(first.getClass() != Coupon.class, first.describe());
              say(second.getClass() != Coupon.class, second.self());
            }
          });
    }
  }

  private static void weld() {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Bookings.class, Interceptor.class)
            .initialize()) {
      Bookings bookings = container.select(Bookings.class).get();
      for (int i = 0; i < 10; i++) {
        say(bookings.getClass() != Bookings.class, bookings.book("a pump"));
        say(bookings.getClass() != Bookings.class, bookings.inside("a shop"));
      }
    }
  }

  private static void say(boolean standsIn, String result) {
    System.out.println((standsIn ? "" : "wrong: no proxy: ") + result);
  }
}
